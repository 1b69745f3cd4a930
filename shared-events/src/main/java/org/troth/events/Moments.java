package org.troth.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people of the programme read it, to the minute, on the clock of their zone. */
public final class Moments {

    private static final DateTimeFormatter ONCE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TWICE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'xxx", Locale.ENGLISH);

    private Moments() {}

    /** With its distance from UTC in the one night of the year in which the clock shows that moment twice. */
    public static String plain(Instant moment, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        return (twice ? TWICE : ONCE).format(here);
    }
}

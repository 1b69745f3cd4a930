package org.troth.events;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people of the programme read it, to the minute, on the clock of their zone. */
public final class Moments {

    private static final String ONCE = "d MMMM uuuu%s HH:mm";
    private static final String TWICE = "d MMMM uuuu%s HH:mm 'UTC'xxx";

    private Moments() {}

    /** With its distance from UTC in the one night of the year in which the clock shows that moment twice. */
    public static String plain(Instant moment, ZoneId zone) {
        return plain(moment, zone, Locale.ENGLISH);
    }

    /** The same with the names of months in another language. */
    public static String plain(Instant moment, ZoneId zone, Locale locale) {
        ZonedDateTime here = moment.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        String comma = locale.getLanguage().equals("ar") ? "،" : ",";
        return DateTimeFormatter.ofPattern((twice ? TWICE : ONCE).formatted(comma), locale)
                .format(here);
    }
}

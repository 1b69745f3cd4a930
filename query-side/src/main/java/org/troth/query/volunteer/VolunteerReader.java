package org.troth.query.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;
import org.troth.query.volunteer.VolunteerFile.Walk;
import org.troth.query.volunteer.VolunteerViews.Row;
import org.troth.query.volunteer.VolunteerViews.WalkRow;

/** Shows volunteers, twenty at a time or one. */
@Component
class VolunteerReader {

    private static final int PAGE = 20;

    private final VolunteerViews views;
    private final Reading reading;
    private final Plain plain;

    VolunteerReader(VolunteerViews views, Reading reading, Plain plain) {
        this.views = views;
        this.reading = reading;
        this.plain = plain;
    }

    VolunteerList list(Visit visit, @Nullable Long before) {
        List<Row> rows = views.newest(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        Portion portion = new Portion();
        shown.forEach(row -> portion.volunteer(row.id(), row.name()));
        Opened opened = reading.show(visit, portion);
        return new VolunteerList(
                shown.stream().map(row -> line(row, opened)).toList(),
                more ? shown.get(PAGE - 1).position() : null);
    }

    VolunteerFile one(Visit visit, UUID volunteer) {
        Row row = views.one(volunteer).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        List<WalkRow> walks = views.walksOf(volunteer);
        Portion portion = new Portion().volunteer(volunteer, row.name(), row.contact(), row.livedExperience());
        walks.forEach(walk -> portion.participant(walk.participant(), walk.name()));
        Opened opened = reading.show(visit, portion);
        return new VolunteerFile(
                line(row, opened),
                opened.say(row.contact()),
                opened.say(row.livedExperience()),
                row.times(),
                row.registeredAt(),
                views.forgetBy(volunteer).orElse(null),
                walks.stream().map(walk -> walk(walk, opened)).toList());
    }

    private static Walk walk(WalkRow row, Opened opened) {
        return new Walk(row.match(), row.participant(), opened.say(row.name()), row.state(), row.startedAt());
    }

    private VolunteerLine line(Row row, Opened opened) {
        LocalDate until = row.qualifiedUntil();
        return new VolunteerLine(
                row.id(),
                opened.say(row.name()),
                row.matters(),
                row.languages(),
                row.capacity(),
                row.taken(),
                until,
                until != null && !until.isBefore(plain.today()));
    }
}

package org.troth.query.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.query.conflict.ConflictList.Name;
import org.troth.query.conflict.ConflictViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Shows somebody their own list, of each of their records. There is no way to ask for anybody else's. */
@Component
class ConflictReader {

    private final ConflictViews views;
    private final Records records;
    private final Reading reading;

    ConflictReader(ConflictViews views, Records records, Reading reading) {
        this.views = views;
        this.records = records;
        this.reading = reading;
    }

    ConflictList own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        boolean participant = visit.actor().is(Role.PARTICIPANT);
        List<Row> rows = new ArrayList<>();
        Portion portion = new Portion();
        for (UUID each : participant ? records.of(self) : List.of(self)) {
            List<Row> theirs = views.of(each);
            rows.addAll(theirs);
            if (participant) {
                portion.participant(each);
                theirs.forEach(row -> portion.participant(each, row.name()));
            } else {
                portion.volunteer(each);
                theirs.forEach(row -> portion.volunteer(each, row.name()));
            }
        }
        Opened opened = reading.show(visit, portion);
        return new ConflictList(rows.stream()
                .map(row -> new Name(row.entry(), row.relation(), opened.say(row.name()), row.statedAt()))
                .toList());
    }
}

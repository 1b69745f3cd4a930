package org.troth.query.conflict;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.query.conflict.ConflictList.Name;
import org.troth.query.conflict.ConflictViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows somebody their own list. There is no way to ask for anybody else's. */
@Component
class ConflictReader {

    private final ConflictViews views;
    private final Reading reading;

    ConflictReader(ConflictViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    ConflictList own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        List<Row> rows = views.of(self);
        boolean participant = visit.actor().is(Role.PARTICIPANT);
        Portion portion = participant ? new Portion().participant(self) : new Portion().volunteer(self);
        for (Row row : rows) {
            if (participant) {
                portion.participant(self, row.name());
            } else {
                portion.volunteer(self, row.name());
            }
        }
        Opened opened = reading.show(visit, portion);
        return new ConflictList(rows.stream()
                .map(row -> new Name(row.entry(), row.relation(), opened.say(row.name()), row.statedAt()))
                .toList());
    }
}

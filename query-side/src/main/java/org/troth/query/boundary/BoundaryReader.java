package org.troth.query.boundary;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.boundary.BoundaryViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows one boundary to a coordinator, or to the two people whom it binds. */
@Component
class BoundaryReader {

    private final BoundaryViews views;
    private final Reading reading;

    BoundaryReader(BoundaryViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    BoundaryFile one(Visit visit, UUID boundary) {
        Row row = views.one(boundary).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        UUID person = visit.actor().person();
        if (!visit.actor().is(Role.COORDINATOR)
                && !row.participant().equals(person)
                && !row.volunteer().equals(person)) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
        SubjectKind author = row.author().equals(row.participant()) ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER;
        Portion portion = new Portion().through(row.match(), author, row.author(), row.words());
        if (visit.actor().is(Role.COORDINATOR)) {
            portion.about(SubjectKind.PARTICIPANT, row.participant());
        }
        Opened opened = reading.show(visit, portion);
        return new BoundaryFile(
                row.id(),
                row.match(),
                row.participant(),
                row.volunteer(),
                row.state(),
                row.setBy(),
                row.topic(),
                opened.say(row.words()),
                row.setAt(),
                row.changedAt(),
                row.liftedAt());
    }
}

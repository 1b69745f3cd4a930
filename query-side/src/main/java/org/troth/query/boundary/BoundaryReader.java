package org.troth.query.boundary;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.boundary.BoundaryViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/**
 * Shows one boundary to a coordinator, and to the two people whom it binds as long as it binds them. When the match has
 * ended, all that is left of it is what a participant wrote themselves, for that participant.
 */
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
        if (visit.actor().is(Role.COORDINATOR)) {
            return file(
                    row,
                    row.volunteer(),
                    reading.show(
                            visit,
                            new Portion()
                                    .participant(row.participant(), by(row, row.participant()))
                                    .volunteer(row.volunteer(), by(row, row.volunteer()))));
        }
        UUID self = visit.actor().person();
        if (row.volunteer().equals(self)) {
            return file(
                    row,
                    row.volunteer(),
                    reading.show(
                            visit,
                            new Portion()
                                    .volunteer(row.volunteer(), by(row, row.volunteer()))
                                    .through(
                                            row.match(),
                                            SubjectKind.PARTICIPANT,
                                            row.participant(),
                                            by(row, row.participant()))));
        }
        if (!reading.isSelf(visit, row.participant())) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
        return participants(visit, row, row.participant());
    }

    private BoundaryFile participants(Visit visit, Row row, UUID self) {
        Look.Shown other = new Look.Shown(
                row.volunteer(),
                SubjectKind.VOLUNTEER,
                Set.of(DataClass.IDENTITY),
                Set.of(),
                new MatchId(row.match()),
                null,
                1);
        boolean inForce = reading.permits(visit, other);
        if (!inForce && !row.author().equals(self)) {
            throw reading.hidden(visit, row.volunteer(), "match-ended");
        }
        Portion portion = new Portion().participant(self, by(row, self));
        if (inForce) {
            portion.through(row.match(), SubjectKind.VOLUNTEER, row.volunteer(), by(row, row.volunteer()));
        }
        return file(row, inForce ? row.volunteer() : null, reading.show(visit, portion));
    }

    private static @Nullable Sealed by(Row row, UUID person) {
        return row.author().equals(person) ? row.words() : null;
    }

    private static BoundaryFile file(Row row, @Nullable UUID volunteer, Opened opened) {
        return new BoundaryFile(
                row.id(),
                row.match(),
                row.participant(),
                volunteer,
                row.state(),
                row.setBy(),
                row.topic(),
                opened.say(row.words()),
                row.setAt(),
                row.changedAt(),
                row.liftedAt());
    }
}

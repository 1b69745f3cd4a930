package org.troth.query.charter;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.query.charter.OutsideViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows a coordinator what lies outside the role of whoever was asked, with what a decision about it can rest on. */
@Component
class OutsideReader {

    private final OutsideViews views;
    private final Reading reading;

    OutsideReader(OutsideViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    OutsideFile one(Visit visit, UUID outside) {
        Row row = views.one(outside).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        Opened opened = reading.show(
                visit,
                new Portion()
                        .participant(row.participant(), row.participantName(), row.note())
                        .volunteer(row.volunteer(), row.volunteerName()));
        return new OutsideFile(
                row.id(),
                row.match(),
                row.participant(),
                opened.say(row.participantName()),
                row.volunteer(),
                opened.say(row.volunteerName()),
                row.kind(),
                opened.say(row.note()),
                row.saidAt(),
                row.decision(),
                row.referral(),
                row.decidedBy(),
                row.decidedAt(),
                row.decidedAt() == null ? views.referralsAfter(row.id()) : List.of());
    }
}

package org.troth.query.referral;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;
import org.troth.query.referral.ReferralViews.Row;

/** Shows one referral to a coordinator, or to the person it is about. */
@Component
class ReferralReader {

    private final ReferralViews views;
    private final Reading reading;

    ReferralReader(ReferralViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    ReferralFile one(Visit visit, UUID referral) {
        Row row = permitted(visit, referral);
        Opened opened = reading.show(
                visit,
                new Portion().participant(row.participant(), row.participantName(), row.packet(), row.outcomeWords()));
        return new ReferralFile(
                row.id(),
                row.participant(),
                opened.say(row.participantName()),
                row.service(),
                row.serviceName(),
                row.agency(),
                row.agencyName(),
                row.need(),
                row.state(),
                row.consent(),
                row.classes(),
                opened.say(row.packet()),
                row.notice(),
                row.notice() == null ? null : row.noticeVersion(),
                row.outcome(),
                opened.say(row.outcomeWords()),
                row.offeredAt(),
                row.sentAt(),
                row.answeredAt(),
                row.closedAt(),
                row.recalledAt(),
                row.toldOn(),
                row.toldBy(),
                row.task().code(),
                row.startedAt(),
                row.whyNot(),
                row.answeredByAgency(),
                row.openingUntil(),
                row.openedAt(),
                row.unansweredSince(),
                row.noteState(),
                row.noteReason(),
                row.noteAt());
    }

    /** How it stands, as a FHIR task; no words are opened, and that it is shown is on the record. */
    Map<String, Object> task(Visit visit, UUID referral) {
        Row row = permitted(visit, referral);
        reading.show(visit, new Portion().participant(row.participant()));
        return ReferralTask.of(row);
    }

    private Row permitted(Visit visit, UUID referral) {
        Row row = views.one(referral).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!visit.actor().is(Role.COORDINATOR) && !reading.isSelf(visit, row.participant())) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
        return row;
    }
}

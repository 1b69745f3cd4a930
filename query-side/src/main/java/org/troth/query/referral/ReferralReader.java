package org.troth.query.referral;

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
        Row row = views.one(referral).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!visit.actor().is(Role.COORDINATOR)
                && !row.participant().equals(visit.actor().person())) {
            throw reading.hidden(visit, row.participant(), "own-record");
        }
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
                row.toldBy());
    }
}

package org.troth.command.referral;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.referral.ReferralRequest.RecallGiven;
import org.troth.command.referral.ReferralRequest.RecallToGive;
import org.troth.events.ReferralId;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;

/** Tells agencies that a consent was taken back: shows the notice for one of them, and takes in that they were given it. */
@Component
class RecallDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final ReferralDesk referrals;
    private final AgencyListing agencies;
    private final RecallNotice notice;
    private final Clock clock;

    RecallDesk(
            Dispatch dispatch,
            Permits permits,
            Streams streams,
            ReferralDesk referrals,
            AgencyListing agencies,
            RecallNotice notice,
            Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.referrals = referrals;
        this.agencies = agencies;
        this.notice = notice;
        this.clock = clock;
    }

    /** The notice for the agency of a referral, and whether they have to be told. */
    RecallToGive toGive(Asked asked, PurposeOfUse purpose, ReferralId id) {
        String route = "GET /referrals/{id}/recall-notice";
        ReferralOffered offered = referrals.forCoordinator(asked, route, id);
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                offered.participant().value(),
                null);
        return new RecallToGive(
                id.toString(),
                offered.agency().toString(),
                agencies.of(offered.agency()).map(AgencyListing.Listing::name).orElseThrow(NotOnRecord::new),
                notice.notice().name(),
                notice.notice().version(),
                notice.notice().sha256(),
                notice.text(),
                isDue(id));
    }

    private boolean isDue(ReferralId id) {
        boolean due = false;
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            due = (due || each.fact() instanceof ReferralRecalled) && !(each.fact() instanceof RecallNoticeGiven);
        }
        return due;
    }

    /** Asks for no consent, and may be noted of a closed referral. */
    Outcome given(Asked asked, ReferralId id, RecallGiven said) {
        String route = "POST /referrals/{id}/recall-notice";
        referrals.forCoordinator(asked, route, id);
        Fields fields = new Fields();
        var medium = fields.code("medium", said.medium(), CodeList.MEDIUM);
        var day = fields.day("day", said.day());
        LocalDate given = day.orNull();
        if (given != null && given.isAfter(LocalDate.now(clock))) {
            fields.refuse("day", "future", Phrase.of("command.referral.recall.future"));
        }
        fields.check();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, medium.get(), day.get()),
                () -> new Intent(
                        new GiveRecallNotice(id, notice.notice(), medium.get(), day.get()),
                        new Unit(asked.actor(), asked.request()),
                        id.toString()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.troth.command.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Precondition;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.Outcome;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralJudgedNotAppropriate;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralUnanswered;

class NotingUnansweredReferralsTest {

    private static final Instant LAST_MOMENT = Instant.parse("2026-12-01T23:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("2026-12-02T00:00:00Z");

    private final ReferralId id = new ReferralId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private final ReferralOffered offered =
            new ReferralOffered(id, p, new ServiceId(UUID.randomUUID()), agency, "court-support");
    private final ReferralSent sent = new ReferralSent(
            id,
            p,
            agency,
            consent,
            1,
            Set.of(DataClass.IDENTITY),
            new MemorySealing().seal(Words.REFERRAL_PACKET, p.value(), "a packet"),
            new Notice("redisclosure", 1, "ab"),
            HouseLaw.REFERRAL_RELEASE);
    private final ReferralUnanswered unanswered =
            new ReferralUnanswered(id, p, agency, LocalDate.of(2026, 12, 1), HouseLaw.REFERRAL_UNANSWERED);

    /** Sent on 21 November, and looked at now. */
    private ResultValidator<Referral> looked(Instant now, ReferralEvent... since) {
        return Fixtures.at(Clock.fixed(now, ZoneOffset.UTC))
                .givenCurrentTime(Fixtures.NOW)
                .andGiven(offered, sent)
                .andGiven((Object[]) since)
                .when(new NoteUnanswered(id));
    }

    private static void refused(ResultValidator<Referral> result) {
        result.expectNoEvents()
                .expectException(ReferralRefused.class)
                .expectExceptionMessage(ReferralRefused.notUnanswered().plain());
    }

    @Test
    void happensOnTheDayAfterTheLastOneAndOnce() {
        refused(looked(LAST_MOMENT));
        looked(TOO_LATE).expectEvents(unanswered);
        refused(looked(TOO_LATE, unanswered));
    }

    @Test
    void isForNothingThatWasAnsweredRecalledConcludedOrClosed() {
        refused(looked(TOO_LATE, new ReferralAccepted(id, p)));
        refused(looked(TOO_LATE, new ReferralNotAccepted(id, p)));
        refused(looked(TOO_LATE, new ReferralRecalled(id, p, consent)));
        refused(looked(TOO_LATE, new ReferralOutcomeRecorded(id, p, Outcome.NO_OUTCOME_KNOWN, null)));
        refused(looked(TOO_LATE, new ReferralClosed(id, p)));
    }

    @Test
    void leavesTheAgencyItsAnswer() {
        Fixtures.referral()
                .given(offered, sent, unanswered)
                .when(new NoteAcceptance(id))
                .expectEvents(new ReferralAccepted(id, p));
    }

    @Test
    void isNothingForWhatWasNeverOffered() {
        ReferralJudgedNotAppropriate judged =
                new ReferralJudgedNotAppropriate(id, p, "housing", "too-early", HouseLaw.REFERRAL_JUDGEMENT);
        Fixtures.referral().givenNoPriorActivity().when(judge(true)).expectEvents(judged);
        Fixtures.referral()
                .given(judged)
                .when(new NoteAcceptance(id))
                .expectNoEvents()
                .expectException(ReferralRefused.class);
        refused(Fixtures.referral().given(judged).when(new NoteUnanswered(id)));
    }

    @Test
    void isNotDecidedOfSomebodyWhoIsNotEnrolled() {
        Fixtures.referral()
                .givenNoPriorActivity()
                .when(judge(false))
                .expectNoEvents()
                .expectException(ReferralRefused.class)
                .expectExceptionMessage(ReferralRefused.notEnrolled().plain());
    }

    private JudgeNotAppropriate judge(boolean enrolled) {
        return new JudgeNotAppropriate(
                id,
                p,
                new Enrolment.Standing(enrolled, enrolled, new Precondition(p.toString(), 3)),
                "housing",
                "too-early");
    }
}

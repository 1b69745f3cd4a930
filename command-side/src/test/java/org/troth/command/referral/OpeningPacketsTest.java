package org.troth.command.referral;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
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
import org.troth.events.consent.ConsentInForce;
import org.troth.events.recording.Precondition;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.NonAcceptanceExplained;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralStarted;

class OpeningPacketsTest {

    private final AggregateTestFixture<Referral> fixture = Fixtures.referral();
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
    private final ReferralRecalled recalled = new ReferralRecalled(id, p, consent);
    private final ReferralClosed closed = new ReferralClosed(id, p);
    private final ReferralNotAccepted notAccepted = new ReferralNotAccepted(id, p);

    private AgencyOpeningMade made(int number, Duration ago) {
        return new AgencyOpeningMade(
                id, p, agency, number, Fixtures.NOW.minus(ago).plus(HouseLaw.OPENING_LASTS), HouseLaw.REFERRAL_OPENING);
    }

    private AgencyOpeningMade made(int number) {
        return made(number, Duration.ZERO);
    }

    private AgencySittingBegun begun(int number) {
        return new AgencySittingBegun(
                id,
                p,
                agency,
                number,
                consent,
                1,
                Fixtures.NOW.plus(HouseLaw.SITTING_LASTS),
                HouseLaw.REFERRAL_OPENING);
    }

    private ConsentInForce.Answer answer(ConsentId asked, @Nullable String whyNot) {
        return new ConsentInForce.Answer(asked, whyNot, new Precondition(asked.toString(), 1));
    }

    private MakeAgencyOpening make(int number) {
        return new MakeAgencyOpening(id, number, answer(consent, null));
    }

    private BeginAgencySitting begin(int number) {
        return new BeginAgencySitting(id, number, answer(consent, null));
    }

    private static void refused(ResultValidator<Referral> result, ReferralRefused refusal) {
        result.expectNoEvents().expectException(ReferralRefused.class).expectExceptionMessage(refusal.plain());
    }

    @Test
    void takesAnOpeningThatIsUsedOnce() {
        fixture.given(offered, sent).when(make(1)).expectEvents(made(1));
        fixture.given(offered, sent, made(1)).when(begin(1)).expectEvents(begun(1));
        refused(fixture.given(offered, sent, made(1), begun(1)).when(begin(1)), ReferralRefused.openingSpent());
        refused(fixture.given(offered, sent).when(begin(1)), ReferralRefused.openingSpent());
    }

    @Test
    void isPossibleOnceMoreByANewOpeningWhichEndsTheOneBefore() {
        fixture.given(offered, sent, made(1), begun(1)).when(make(2)).expectEvents(made(2));
        refused(fixture.given(offered, sent, made(1)).when(make(1)), ReferralRefused.openingSpent());
        refused(fixture.given(offered, sent, made(1), made(2)).when(begin(1)), ReferralRefused.openingSpent());
        fixture.given(offered, sent, made(1), made(2)).when(begin(2)).expectEvents(begun(2));
    }

    @Test
    void isTooLateFromTheEndOfTheOpeningOn() {
        fixture.given(offered, sent, made(1, HouseLaw.OPENING_LASTS.minusSeconds(1)))
                .when(begin(1))
                .expectEvents(begun(1));
        refused(
                fixture.given(offered, sent, made(1, HouseLaw.OPENING_LASTS)).when(begin(1)),
                ReferralRefused.openingExpired());
    }

    @Test
    void isOverWithTheConsentTheRecallTheCloseAndWithANo() {
        refused(
                fixture.given(offered, sent).when(new MakeAgencyOpening(id, 1, answer(consent, "withdrawn"))),
                ReferralRefused.consentNotInForce("withdrawn"));
        refused(
                fixture.given(offered, sent, made(1)).when(new BeginAgencySitting(id, 1, answer(consent, "withdrawn"))),
                ReferralRefused.consentNotInForce("withdrawn"));
        refused(fixture.given(offered, sent, recalled).when(make(1)), ReferralRefused.recalled());
        refused(fixture.given(offered, sent, made(1), recalled).when(begin(1)), ReferralRefused.recalled());
        refused(fixture.given(offered, sent, made(1), closed).when(begin(1)), ReferralRefused.closed());
        refused(fixture.given(offered, sent, made(1), notAccepted).when(begin(1)), ReferralRefused.agencyCannotHelp());
    }

    @Test
    void restsOnTheConsentThatItWasSentOnAndOnNoOther() {
        ConsentId another = new ConsentId(UUID.randomUUID());
        refused(
                fixture.given(offered, sent).when(new MakeAgencyOpening(id, 1, answer(another, null))),
                ReferralRefused.restsOnAnother());
        refused(fixture.given(offered).when(make(1)), ReferralRefused.notSent());
    }

    @Test
    void leadsToAnAnswerWithItsReasonAndToABeginning() {
        fixture.given(offered, sent)
                .when(new NoteNonAcceptance(id, "no-room-now"))
                .expectEvents(notAccepted, new NonAcceptanceExplained(id, p, "no-room-now"));
        ReferralAccepted accepted = new ReferralAccepted(id, p);
        ReferralStarted started = new ReferralStarted(id, p);
        fixture.given(offered, sent, accepted).when(new NoteStart(id)).expectEvents(started);
        refused(fixture.given(offered, sent).when(new NoteStart(id)), ReferralRefused.notAccepted());
        refused(
                fixture.given(offered, sent, accepted, started).when(new NoteStart(id)),
                ReferralRefused.alreadyStarted());
        refused(fixture.given(offered, sent, accepted, recalled).when(new NoteStart(id)), ReferralRefused.recalled());
    }
}

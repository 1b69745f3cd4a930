package org.troth.command.referral;

import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.directory.ServiceListing;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Precondition;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.Outcome;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;

class MakingReferralsTest {

    private final AggregateTestFixture<Referral> fixture = Fixtures.referral();
    private final ReferralId id = new ReferralId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final ServiceId service = new ServiceId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private final Precondition at = new Precondition(consent.toString(), 1);
    private final Set<DataClass> classes = Set.of(DataClass.IDENTITY);
    private final Sealed packet = new MemorySealing().seal(Words.REFERRAL_PACKET, p.value(), "Name: somebody");
    private final Notice notice = new Notice("redisclosure", 1, "ab");

    private final ReferralOffered offered = new ReferralOffered(id, p, service, agency, "court-support");
    private final ReferralOfferDeclined declined = new ReferralOfferDeclined(id, p);
    private final ReferralSent sent =
            new ReferralSent(id, p, agency, consent, 1, classes, packet, notice, HouseLaw.REFERRAL_RELEASE);
    private final ReferralAccepted accepted = new ReferralAccepted(id, p);
    private final ReferralNotAccepted notAccepted = new ReferralNotAccepted(id, p);
    private final ReferralRecalled recalled = new ReferralRecalled(id, p, consent);
    private final ReferralClosed closed = new ReferralClosed(id, p);
    private final ReferralOutcomeRecorded outcome = new ReferralOutcomeRecorded(id, p, Outcome.HELPED, null);

    private final ReleasePacket release =
            new ReleasePacket(id, new ConsentInForce.Answer(consent, null, at), classes, packet, notice);

    private OfferReferral offer(boolean enrolled, boolean active) {
        return new OfferReferral(
                id,
                p,
                new Enrolment.Standing(enrolled, enrolled, at),
                new ServiceListing.Listing(service, agency, "Tenancy desk", active, at),
                "court-support");
    }

    @Test
    void offersAnActiveServiceToSomebodyWhoIsEnrolled() {
        fixture.givenNoPriorActivity().when(offer(true, true)).expectEvents(offered);
        refused(fixture.givenNoPriorActivity().when(offer(false, true)), ReferralRefused.notEnrolled());
        refused(fixture.givenNoPriorActivity().when(offer(true, false)), ReferralRefused.notActive());
    }

    @Test
    void letsTheOfferBeDeclinedBeforeAnythingLeft() {
        fixture.given(offered).when(new DeclineOffer(id)).expectEvents(declined);
        refused(fixture.given(offered, declined).when(new DeclineOffer(id)), ReferralRefused.declinedByParticipant());
        refused(fixture.given(offered, sent).when(new DeclineOffer(id)), ReferralRefused.alreadySent());
        refused(fixture.given(offered, closed).when(new DeclineOffer(id)), ReferralRefused.closed());
    }

    @Test
    void sendsOnAConsentInForceOnceAndNamesItsLaw() {
        fixture.given(offered).when(release).expectEvents(sent);
        refused(fixture.given(offered, sent).when(release), ReferralRefused.alreadySent());
        refused(fixture.given(offered, sent, notAccepted).when(release), ReferralRefused.alreadySent());
        refused(fixture.given(offered, declined).when(release), ReferralRefused.declinedByParticipant());
        refused(fixture.given(offered, closed).when(release), ReferralRefused.closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"withdrawn", "last-day-passed"})
    void sendsNothingOnAConsentThatIsNotInForceAndSaysWhy(String whyNot) {
        refused(
                fixture.given(offered)
                        .when(new ReleasePacket(
                                id, new ConsentInForce.Answer(consent, whyNot, at), classes, packet, notice)),
                ReferralRefused.consentNotInForce(whyNot));
    }

    @Test
    void notesTheAnswerOfTheAgencyOnceAndNotAfterARecall() {
        fixture.given(offered, sent).when(new NoteAcceptance(id)).expectEvents(accepted);
        fixture.given(offered, sent).when(new NoteNonAcceptance(id, null)).expectEvents(notAccepted);
        refused(fixture.given(offered).when(new NoteAcceptance(id)), ReferralRefused.notSent());
        refused(fixture.given(offered, declined).when(new NoteNonAcceptance(id, null)), ReferralRefused.notSent());
        refused(
                fixture.given(offered, sent, accepted).when(new NoteNonAcceptance(id, null)),
                ReferralRefused.alreadyAnswered());
        refused(fixture.given(offered, sent, recalled).when(new NoteAcceptance(id)), ReferralRefused.recalled());
        refused(fixture.given(offered, sent, closed).when(new NoteAcceptance(id)), ReferralRefused.closed());
    }

    @Test
    void recordsOneOutcomeAlsoAfterARecall() {
        RecordOutcome record = new RecordOutcome(id, Outcome.HELPED, null);
        fixture.given(offered, sent, accepted).when(record).expectEvents(outcome);
        fixture.given(offered, sent, recalled).when(record).expectEvents(outcome);
        refused(fixture.given(offered).when(record), ReferralRefused.notSent());
        refused(fixture.given(offered, sent, outcome).when(record), ReferralRefused.outcomeKnown());
        refused(fixture.given(offered, sent, closed).when(record), ReferralRefused.closed());
    }

    @Test
    void closesFromAnyStateOnceWithoutAskingForAConsent() {
        CloseReferral close = new CloseReferral(id);
        fixture.given(offered).when(close).expectEvents(closed);
        fixture.given(offered, declined).when(close).expectEvents(closed);
        fixture.given(offered, sent).when(close).expectEvents(closed);
        fixture.given(offered, sent, accepted).when(close).expectEvents(closed);
        fixture.given(offered, sent, notAccepted).when(close).expectEvents(closed);
        fixture.given(offered, sent, recalled).when(close).expectEvents(closed);
        fixture.given(offered, sent, accepted, outcome).when(close).expectEvents(closed);
        refused(fixture.given(offered, closed).when(close), ReferralRefused.closed());
    }

    @Test
    void isRecalledOnceWhenItRestsOnThatConsentAlsoWhenItIsClosed() {
        RecallReferral recall = new RecallReferral(id, consent);
        fixture.given(offered, sent).when(recall).expectEvents(recalled);
        fixture.given(offered, sent, accepted, outcome, closed).when(recall).expectEvents(recalled);
        refused(fixture.given(offered, sent, recalled).when(recall), ReferralRefused.recalled());
        refused(fixture.given(offered).when(recall), ReferralRefused.restsOnAnother());
        refused(
                fixture.given(offered, sent).when(new RecallReferral(id, new ConsentId(UUID.randomUUID()))),
                ReferralRefused.restsOnAnother());
    }

    private static void refused(ResultValidator<Referral> result, ReferralRefused refusal) {
        result.expectNoEvents().expectException(ReferralRefused.class).expectExceptionMessage(refusal.plain());
    }
}

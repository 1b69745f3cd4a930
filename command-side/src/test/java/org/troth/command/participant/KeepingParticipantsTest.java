package org.troth.command.participant;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;

class KeepingParticipantsTest {

    private final AggregateTestFixture<Participant> fixture = new AggregateTestFixture<>(Participant.class);
    private final ParticipantId id = new ParticipantId(UUID.randomUUID());
    private final Sealed name = new MemorySealing().seal(Words.PARTICIPANT_NAME, id.value(), "a name");
    private final Sealed address = new MemorySealing().seal(Words.PARTICIPANT_CONTACT, id.value(), "an address");

    private final EnquiryReceived enquiry = new EnquiryReceived(id, "housing", "en", null);
    private final ReceiptGiven receipt = new ReceiptGiven(id);
    private final EnquiryRecognised recognised = new EnquiryRecognised(id, HouseLaw.ENQUIRY_RECOGNITION);
    private final EnquiryWithdrawn withdrawn = new EnquiryWithdrawn(id);
    private final Sealed answerWords = new MemorySealing().seal(Words.ENQUIRY_ANSWER, id.value(), "an answer");
    private final Sealed moreWords = new MemorySealing().seal(Words.ENQUIRY_WORDS, id.value(), "more words");
    private final IntakeCompleted intake = new IntakeCompleted(id, name, "housing", "en", List.of("court"), null);
    private final ParticipantEnrolled enrolled = new ParticipantEnrolled(id, HouseLaw.ENROLMENT);
    private final EnquiryClosed closed = new EnquiryClosed(id, "not-reached");
    private final SafeContactChosen phone = new SafeContactChosen(id, ContactChannel.PHONE, address, null);
    private final ContactMarkedUnsafe phoneUnsafe = new ContactMarkedUnsafe(id, ContactChannel.PHONE);

    private final CompleteIntake completeIntake =
            new CompleteIntake(id, name, "housing", "en", List.of("court"), null, Circumstances.NOT_SAID, false);

    KeepingParticipantsTest() {
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void beginsWithAnEnquiryThatNamesNobody() {
        fixture.givenNoPriorActivity()
                .when(new ReceiveEnquiry(id, "housing", "en", null, false))
                .expectEvents(enquiry);
    }

    @Test
    void takesTheIntakeOnce() {
        fixture.given(enquiry).when(completeIntake).expectEvents(intake);
        refused(fixture.given(enquiry, intake).when(completeIntake), ParticipantRefused.alreadyTakenIn());
        refused(fixture.given(enquiry, intake, enrolled).when(completeIntake), ParticipantRefused.alreadyTakenIn());
        refused(fixture.given(enquiry, closed).when(completeIntake), ParticipantRefused.closed());
    }

    @Test
    void givesACodeToWhoeverAsksWithoutAName() {
        fixture.givenNoPriorActivity()
                .when(new ReceiveEnquiry(id, "housing", "en", null, true))
                .expectEvents(enquiry, receipt);
    }

    @Test
    void takesTheIntakeOfANamelessEnquiryWithItsCodeAlone() {
        CompleteIntake shown =
                new CompleteIntake(id, name, "housing", "en", List.of("court"), null, Circumstances.NOT_SAID, true);
        refused(fixture.given(enquiry, receipt).when(completeIntake), ParticipantRefused.codeFirst());
        fixture.given(enquiry, receipt).when(shown).expectEvents(recognised, intake);
        fixture.given(enquiry).when(completeIntake).expectEvents(intake);
    }

    @Test
    void answersNamelessEnquiriesAsLongAsTheirCodeOpensThem() {
        AnswerEnquiry answer = new AnswerEnquiry(id, answerWords);
        EnquiryAnswered answered = new EnquiryAnswered(id, answerWords);
        fixture.given(enquiry, receipt).when(answer).expectEvents(answered);
        fixture.given(enquiry, receipt, answered, closed).when(answer).expectEvents(answered);
        refused(fixture.given(enquiry).when(answer), ParticipantRefused.nobodyComesBack());
        refused(fixture.given(enquiry, receipt, withdrawn).when(answer), ParticipantRefused.nobodyComesBack());
        refused(fixture.given(enquiry, receipt, recognised, intake).when(answer), ParticipantRefused.nobodyComesBack());
    }

    @Test
    void takesMoreWordsUpToABoundAndNoneAfterTheIntake() {
        AddEnquiryWords more = new AddEnquiryWords(id, moreWords);
        EnquiryWordsAdded added = new EnquiryWordsAdded(id, moreWords);
        fixture.given(enquiry, receipt).when(more).expectEvents(added);
        List<Object> often = new ArrayList<>(List.of(enquiry, receipt));
        often.addAll(Collections.nCopies(20, added));
        refused(fixture.given(often).when(more), ParticipantRefused.muchWritten());
        refused(fixture.given(enquiry, receipt, closed).when(more), ParticipantRefused.closed());
        refused(fixture.given(enquiry, receipt, recognised, intake).when(more), ParticipantRefused.alreadyTakenIn());
    }

    @Test
    void letsANamelessEnquiryBeTakenBackOnceAlsoAfterItWasClosed() {
        WithdrawEnquiry back = new WithdrawEnquiry(id);
        fixture.given(enquiry, receipt).when(back).expectEvents(withdrawn);
        fixture.given(enquiry, receipt, closed).when(back).expectEvents(withdrawn);
        refused(fixture.given(enquiry, receipt, withdrawn).when(back), ParticipantRefused.codeOpensNothing());
        refused(fixture.given(enquiry).when(back), ParticipantRefused.codeOpensNothing());
        refused(
                fixture.given(enquiry, receipt, withdrawn)
                        .when(new CompleteIntake(
                                id, name, "housing", "en", List.of("court"), null, Circumstances.NOT_SAID, true)),
                ParticipantRefused.closed());
    }

    @Test
    void enrolsOnceAndOnlyAfterTheIntakeNamingItsLaw() {
        EnrolParticipant enrol = new EnrolParticipant(id);
        fixture.given(enquiry, intake).when(enrol).expectEvents(enrolled);
        refused(fixture.given(enquiry).when(enrol), ParticipantRefused.intakeFirst());
        refused(fixture.given(enquiry, intake, enrolled).when(enrol), ParticipantRefused.alreadyEnrolled());
        refused(fixture.given(enquiry, intake, closed).when(enrol), ParticipantRefused.closed());
    }

    @Test
    void closesAnEnquiryOnceAndNeverAnEnrolment() {
        CloseEnquiry close = new CloseEnquiry(id, "not-reached");
        fixture.given(enquiry).when(close).expectEvents(closed);
        fixture.given(enquiry, intake).when(close).expectEvents(closed);
        refused(fixture.given(enquiry, closed).when(close), ParticipantRefused.closed());
        refused(fixture.given(enquiry, intake, enrolled).when(close), ParticipantRefused.noLongerAnEnquiry());
    }

    @Test
    void letsAWayOfContactBeChosenAgainAndAgain() {
        ChooseSafeContact choose = new ChooseSafeContact(id, ContactChannel.PHONE, address, null);
        fixture.given(enquiry).when(choose).expectEvents(phone);
        fixture.given(enquiry, phone).when(choose).expectEvents(phone);
        fixture.given(enquiry, phone, phoneUnsafe).when(choose).expectEvents(phone);
        refused(fixture.given(enquiry, closed).when(choose), ParticipantRefused.closed());
    }

    @Test
    void takesWaysOfContactUpToABoundAsLongAsNobodyHasANameAndMarksThemUnsafeBeyondIt() {
        ChooseSafeContact choose = new ChooseSafeContact(id, ContactChannel.PHONE, address, null);
        List<Object> often = new ArrayList<>(List.of(enquiry, receipt));
        often.addAll(Collections.nCopies(19, phone));
        fixture.given(often).when(choose).expectEvents(phone);
        often.add(phone);
        refused(fixture.given(often).when(choose), ParticipantRefused.muchWritten());
        fixture.given(often)
                .when(new MarkContactUnsafe(id, ContactChannel.PHONE))
                .expectEvents(phoneUnsafe);
        often.addAll(List.of(recognised, intake));
        fixture.given(often).when(choose).expectEvents(phone);
    }

    @Test
    void keepsAnUnsafeChannelUnsafeUntilItIsChosenAgain() {
        MarkContactUnsafe mark = new MarkContactUnsafe(id, ContactChannel.PHONE);
        fixture.given(enquiry, phone).when(mark).expectEvents(phoneUnsafe);
        refused(fixture.given(enquiry, phone, phoneUnsafe).when(mark), ParticipantRefused.alreadyUnsafe());
        fixture.given(enquiry, phone, phoneUnsafe, phone).when(mark).expectEvents(phoneUnsafe);
        fixture.given(enquiry, phone, phoneUnsafe)
                .when(new MarkContactUnsafe(id, ContactChannel.EMAIL))
                .expectEvents(new ContactMarkedUnsafe(id, ContactChannel.EMAIL));
    }

    @Test
    void marksAChannelUnsafeThatWasNeverChosenAndAlsoAfterTheEnd() {
        MarkContactUnsafe mark = new MarkContactUnsafe(id, ContactChannel.PHONE);
        fixture.given(enquiry).when(mark).expectEvents(phoneUnsafe);
        fixture.given(enquiry, closed).when(mark).expectEvents(phoneUnsafe);
    }

    private static void refused(ResultValidator<Participant> result, ParticipantRefused refusal) {
        result.expectNoEvents().expectException(ParticipantRefused.class).expectExceptionMessage(refusal.plain());
    }
}

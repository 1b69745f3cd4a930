package org.troth.command.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.command.participant.Circumstances.Access;
import org.troth.command.participant.Circumstances.Who;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.ParticipantAccessNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantClassNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.participant.ParticipantEvent.Suitability;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;

/** A person who asks for help, from the enquiry on; each step of the beginning happens once and in order. */
@Aggregate
class Participant {

    private enum Stage {
        ENQUIRING,
        TAKEN_IN,
        ENROLLED,
        ENDED,
        CLOSED
    }

    /** Whether whoever asked can come back without a name. */
    private enum Receipt {
        NONE,
        HELD,
        SPENT
    }

    private static final int MOST_ADDITIONS = 20;
    private static final int MOST_CHOICES = 20;

    @AggregateIdentifier
    private ParticipantId id;

    @AggregateMember
    private final Aftercare aftercare = new Aftercare();

    // What concerns it is handed to it by its annotation.
    @AggregateMember
    @SuppressWarnings("UnusedVariable")
    private final FirstTellings firstTellings = new FirstTellings();

    // What concerns it is handed to it by its annotation.
    @AggregateMember
    @SuppressWarnings("UnusedVariable")
    private final OtherPeople otherPeople = new OtherPeople();

    private Stage stage = Stage.ENQUIRING;
    private Receipt receipt = Receipt.NONE;
    private boolean takenIn;
    private int additions;
    private int choices;
    private @Nullable Suitability suitability;
    private @Nullable WaitingListJoined waiting;
    private final Set<ContactChannel> unsafe = EnumSet.noneOf(ContactChannel.class);
    private List<String> times = List.of();

    Participant() {}

    @CommandHandler
    Participant(ReceiveEnquiry command) {
        apply(new EnquiryReceived(command.participant(), command.matter(), command.language(), command.words()));
        if (command.receipt()) {
            apply(new ReceiptGiven(command.participant()));
        }
    }

    @CommandHandler
    void handle(AddEnquiryWords command) {
        whileNameless();
        if (additions >= MOST_ADDITIONS) {
            throw ParticipantRefused.muchWritten();
        }
        apply(new EnquiryWordsAdded(id, command.words()));
    }

    @CommandHandler
    void handle(AnswerEnquiry command) {
        if (receipt != Receipt.HELD) {
            throw ParticipantRefused.nobodyComesBack();
        }
        apply(new EnquiryAnswered(id, command.words()));
    }

    @CommandHandler
    void handle(WithdrawEnquiry command) {
        if (receipt != Receipt.HELD) {
            throw ParticipantRefused.codeOpensNothing();
        }
        apply(new EnquiryWithdrawn(id));
    }

    private void whileNameless() {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case TAKEN_IN, ENROLLED, ENDED -> throw ParticipantRefused.alreadyTakenIn();
            case ENQUIRING -> {}
        }
    }

    private void whileOpen() {
        if (stage == Stage.CLOSED) {
            throw ParticipantRefused.closed();
        }
        if (stage == Stage.ENDED) {
            throw ParticipantRefused.supportEnded();
        }
    }

    @CommandHandler
    void handle(CompleteIntake command) {
        whileNameless();
        if (receipt == Receipt.HELD) {
            if (!command.recognised()) {
                throw ParticipantRefused.codeFirst();
            }
            apply(new EnquiryRecognised(id, HouseLaw.ENQUIRY_RECOGNITION));
        }
        apply(new IntakeCompleted(
                id, command.name(), command.matter(), command.language(), command.needs(), command.note()));
        note(command.circumstances(), null);
    }

    private void note(Circumstances said, @Nullable String reason) {
        Who who = said.who();
        if (who != null) {
            apply(new ParticipantClassNoted(id, reason, who.classes(), HouseLaw.INTAKE_ACCESS));
        }
        List<String> languages = said.languages();
        if (languages != null) {
            apply(new ParticipantLanguagesNoted(id, reason, languages, HouseLaw.INTAKE_ACCESS));
        }
        Access access = said.access();
        if (access != null) {
            apply(new ParticipantAccessNoted(id, reason, access.access(), HouseLaw.INTAKE_ACCESS));
        }
    }

    /** To have what is kept about oneself put right ends with nothing (GDPR Art. 16). */
    @CommandHandler
    void handle(CorrectIntake command) {
        if (!takenIn) {
            throw ParticipantRefused.correctedAfterIntake();
        }
        IntakeCorrected corrected = new IntakeCorrected(
                id,
                command.reason(),
                command.name(),
                command.matter(),
                command.language(),
                command.needs(),
                command.noteIs(),
                command.note(),
                HouseLaw.INTAKE_CORRECTION);
        if (!corrected.saysAnything() && !command.circumstances().saysAnything()) {
            throw ParticipantRefused.nothingCorrected();
        }
        if (corrected.saysAnything()) {
            apply(corrected);
        }
        note(command.circumstances(), command.reason());
    }

    @CommandHandler
    void handle(EnrolParticipant command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case ENROLLED, ENDED -> throw ParticipantRefused.alreadyEnrolled();
            case ENQUIRING -> throw ParticipantRefused.intakeFirst();
            case TAKEN_IN -> {
                if (suitability != null && suitability != Suitability.SUITABLE) {
                    throw ParticipantRefused.notSuitable();
                }
                apply(new ParticipantEnrolled(id, HouseLaw.ENROLMENT));
            }
        }
    }

    @CommandHandler
    void handle(AssessSuitability command) {
        whileOpen();
        apply(new SuitabilityAssessed(
                id,
                command.outcome(),
                command.reason(),
                command.otherSupport(),
                command.imbalance(),
                HouseLaw.TRIAGE_SUITABILITY));
    }

    @CommandHandler
    void handle(JoinWaitingList command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case ENDED -> throw ParticipantRefused.supportEnded();
            case ENQUIRING -> throw ParticipantRefused.waitingAfterIntake();
            case TAKEN_IN, ENROLLED -> {}
        }
        if (suitability != Suitability.SUITABLE) {
            throw ParticipantRefused.weighFirst();
        }
        if (command.urgency() == Urgency.URGENT && command.nextStep() == null) {
            throw ParticipantRefused.urgentNeedsStep();
        }
        WaitingListJoined joined =
                new WaitingListJoined(id, command.urgency(), command.nextStep(), HouseLaw.TRIAGE_WAITING);
        if (joined.equals(waiting)) {
            throw ParticipantRefused.alreadyWaiting();
        }
        apply(joined);
    }

    @CommandHandler
    void handle(CloseEnquiry command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case ENROLLED, ENDED -> throw ParticipantRefused.noLongerAnEnquiry();
            case ENQUIRING, TAKEN_IN -> apply(new EnquiryClosed(id, command.reason()));
        }
    }

    @CommandHandler
    void handle(ChooseSafeContact command) {
        if (stage == Stage.CLOSED) {
            throw ParticipantRefused.closed();
        }
        if (receipt == Receipt.HELD && choices >= MOST_CHOICES) {
            throw ParticipantRefused.muchWritten();
        }
        apply(new SafeContactChosen(id, command.channel(), command.address(), command.advice()));
    }

    /** Needs no bound of its own: each mark but the first of a channel follows another choice of it. */
    @CommandHandler
    void handle(MarkContactUnsafe command) {
        if (unsafe.contains(command.channel())) {
            throw ParticipantRefused.alreadyUnsafe();
        }
        apply(new ContactMarkedUnsafe(id, command.channel()));
        aftercare.dropIfBy(id, command.channel());
    }

    /** The same said again adds nothing. */
    @CommandHandler
    void handle(StateAvailability command) {
        whileOpen();
        if (!command.times().equals(times)) {
            apply(new ParticipantAvailabilityStated(id, command.times()));
        }
    }

    @EventSourcingHandler
    void on(EnquiryReceived fact) {
        id = fact.participant();
    }

    @EventSourcingHandler
    void on(ReceiptGiven fact) {
        receipt = Receipt.HELD;
    }

    @EventSourcingHandler
    void on(EnquiryWordsAdded fact) {
        additions++;
    }

    /** An answer changes nothing that may be done. */
    @EventSourcingHandler
    void on(EnquiryAnswered fact) {}

    @EventSourcingHandler
    void on(EnquiryWithdrawn fact) {
        stage = Stage.CLOSED;
        receipt = Receipt.SPENT;
    }

    @EventSourcingHandler
    void on(EnquiryRecognised fact) {
        receipt = Receipt.SPENT;
    }

    @EventSourcingHandler
    void on(IntakeCompleted fact) {
        stage = Stage.TAKEN_IN;
        takenIn = true;
    }

    /** What is corrected changes nothing that may be done. */
    @EventSourcingHandler
    void on(IntakeCorrected fact) {}

    /** Who somebody is changes nothing that may be done. */
    @EventSourcingHandler
    void on(ParticipantClassNoted fact) {}

    /** Nor which languages they speak. */
    @EventSourcingHandler
    void on(ParticipantLanguagesNoted fact) {}

    /** Nor what they need to take part. */
    @EventSourcingHandler
    void on(ParticipantAccessNoted fact) {}

    @EventSourcingHandler
    void on(SuitabilityAssessed fact) {
        suitability = fact.outcome();
    }

    @EventSourcingHandler
    void on(WaitingListJoined fact) {
        waiting = fact;
    }

    @EventSourcingHandler
    void on(ParticipantEnrolled fact) {
        stage = Stage.ENROLLED;
    }

    @EventSourcingHandler
    void on(EnquiryClosed fact) {
        stage = Stage.CLOSED;
    }

    @EventSourcingHandler
    void on(CaseClosed fact) {
        stage = Stage.ENDED;
        waiting = null;
    }

    @EventSourcingHandler
    void on(CaseReopened fact) {
        stage = Stage.ENROLLED;
    }

    @EventSourcingHandler
    void on(SafeContactChosen fact) {
        choices++;
        unsafe.remove(fact.channel());
    }

    @EventSourcingHandler
    void on(ContactMarkedUnsafe fact) {
        unsafe.add(fact.channel());
    }

    @EventSourcingHandler
    void on(ParticipantAvailabilityStated fact) {
        times = fact.times();
    }
}

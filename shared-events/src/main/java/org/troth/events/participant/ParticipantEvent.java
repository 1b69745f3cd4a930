package org.troth.events.participant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;
import org.troth.events.encounter.EncounterEvent.Wording;

/** The history of a person who asks for help. Codes (matter, language, needs) are the programme's own, in plain. */
public sealed interface ParticipantEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Participant";

    ParticipantId participant();

    /** Somebody asked for help; nothing about who they are is needed yet. */
    @Recorded(as = "enquiry-received", revision = 1)
    record EnquiryReceived(
            ParticipantId participant,
            String matter,
            String language,

            @Nullable @Under(value = Words.ENQUIRY_WORDS, owner = "participant")
            Sealed words)
            implements ParticipantEvent {}

    /** Who they are and what they need was taken down, as little as it takes. */
    @Recorded(as = "intake-completed", revision = 1)
    record IntakeCompleted(
            ParticipantId participant,

            @Under(value = Words.PARTICIPANT_NAME, owner = "participant")
            Sealed name,

            String matter,
            String language,
            List<String> needs,

            @Nullable @Under(value = Words.INTAKE_NOTE, owner = "participant")
            Sealed note)
            implements ParticipantEvent {

        public IntakeCompleted {
            needs = List.copyOf(needs);
        }
    }

    /**
     * What was taken down at the intake was wrong, or holds no more: from here on this holds, and what stood before stays on the
     * record. What is absent stays as it was.
     *
     * @param reason why, as a code of the programme
     * @param needs all of them, as they are from now on
     * @param noteIs what becomes of the note of the intake
     */
    @Recorded(as = "intake-corrected", revision = 1)
    record IntakeCorrected(
            ParticipantId participant,
            String reason,

            @Nullable @Under(value = Words.PARTICIPANT_NAME, owner = "participant")
            Sealed name,

            @Nullable String matter,
            @Nullable String language,
            @Nullable List<String> needs,
            Wording noteIs,

            @Nullable @Under(value = Words.INTAKE_NOTE, owner = "participant")
            Sealed note,

            Law law)
            implements ParticipantEvent {

        public IntakeCorrected {
            needs = needs == null ? null : List.copyOf(needs);
            noteIs.mustFit(note);
        }

        /** Whether anything holds from here on that did not before. */
        public boolean saysAnything() {
            return name != null || matter != null || language != null || needs != null || noteIs != Wording.KEPT;
        }
    }

    /**
     * Who somebody is in the programme's words, as far as the help needs it and as they say it. Replaces what was said before; absent, it is
     * not said any more. What somebody is may be what they hide: it is under their own key, and stands in no list.
     *
     * @param reason why it was put right, a code; absent where it was taken down first
     * @param classes codes of the programme, parted by spaces
     */
    @Recorded(as = "participant-class-noted", revision = 1)
    record ParticipantClassNoted(
            ParticipantId participant,
            @Nullable String reason,

            @Nullable @Under(value = Words.PARTICIPANT_CLASS, owner = "participant")
            Sealed classes,

            Law law)
            implements ParticipantEvent {}

    /**
     * Which other languages they speak, by BCP 47, beside the one that they prefer. Replaces what was said before.
     *
     * @param reason why it was put right, a code; absent where it was taken down first
     */
    @Recorded(as = "participant-languages-noted", revision = 1)
    record ParticipantLanguagesNoted(
            ParticipantId participant, @Nullable String reason, List<String> languages, Law law)
            implements ParticipantEvent {

        public ParticipantLanguagesNoted {
            languages = List.copyOf(languages);
        }
    }

    /**
     * What must be so that they can take part, and never why: under their own key, since it may say of them what they hide. Replaces what was said
     * before; absent, nothing is needed.
     *
     * @param reason why it was put right, a code; absent where it was taken down first
     * @param access codes of the programme, parted by spaces; {@code interpreter:ase} is an interpreter for that language
     */
    @Recorded(as = "participant-access-noted", revision = 1)
    record ParticipantAccessNoted(
            ParticipantId participant,
            @Nullable String reason,

            @Nullable @Under(value = Words.PARTICIPANT_ACCESS, owner = "participant")
            Sealed access,

            Law law)
            implements ParticipantEvent {}

    /** Whoever asked was given a code, and nobody else: with it they come back, and only by it an enquiry is known as theirs. */
    @Recorded(as = "receipt-given", revision = 1)
    record ReceiptGiven(ParticipantId participant) implements ParticipantEvent {}

    /** Whoever holds the code wrote something more. */
    @Recorded(as = "enquiry-words-added", revision = 1)
    record EnquiryWordsAdded(
            ParticipantId participant,

            @Under(value = Words.ENQUIRY_WORDS, owner = "participant")
            Sealed words) implements ParticipantEvent {}

    /** The programme left words for whoever holds the code. */
    @Recorded(as = "enquiry-answered", revision = 1)
    record EnquiryAnswered(
            ParticipantId participant,

            @Under(value = Words.ENQUIRY_ANSWER, owner = "participant")
            Sealed words) implements ParticipantEvent {}

    /** Whoever holds the code took the enquiry back; from here on the code opens nothing. */
    @Recorded(as = "enquiry-withdrawn", revision = 1)
    record EnquiryWithdrawn(ParticipantId participant) implements ParticipantEvent {}

    /** Whoever asked showed the code: this record is theirs, and from here on the code opens nothing. */
    @Recorded(as = "enquiry-recognised", revision = 1)
    record EnquiryRecognised(ParticipantId participant, Law law) implements ParticipantEvent {}

    /**
     * Whether the programme is the right help for somebody now was weighed with them.
     *
     * @param reason a code, and never a fault of theirs
     * @param otherSupport whether others stand by them, as they told it
     * @param imbalance whether they feel that the other party has power over them, as they told it
     */
    @Recorded(as = "suitability-assessed", revision = 1)
    record SuitabilityAssessed(
            ParticipantId participant,
            Suitability outcome,
            String reason,
            OtherSupport otherSupport,
            PowerImbalance imbalance,
            Law law)
            implements ParticipantEvent {}

    /**
     * From here on they wait for somebody to walk beside them, or wait with another urgency than before.
     *
     * @param nextStep what is done meanwhile, a code; always there where it is urgent
     */
    @Recorded(as = "waiting-list-joined", revision = 1)
    record WaitingListJoined(
            ParticipantId participant,
            Urgency urgency,
            @Nullable String nextStep,
            Law law) implements ParticipantEvent {}

    @Recorded(as = "participant-enrolled", revision = 1)
    record ParticipantEnrolled(ParticipantId participant, Law law) implements ParticipantEvent {}

    /** The programme is not the right help, or the person went no further; the reason is a code. */
    @Recorded(as = "enquiry-closed", revision = 1)
    record EnquiryClosed(ParticipantId participant, String reason) implements ParticipantEvent {}

    /** Support of somebody who was enrolled ended for now; the reason is a code. It can begin again at any time. */
    @Recorded(as = "case-closed", revision = 1)
    record CaseClosed(ParticipantId participant, String reason, Law law) implements ParticipantEvent {}

    /** Support began again. */
    @Recorded(as = "case-reopened", revision = 1)
    record CaseReopened(ParticipantId participant, Law law) implements ParticipantEvent {}

    /**
     * The person said themselves that after the end of support they may be asked once how they are. Replaces what they said
     * before.
     *
     * @param from the first day on which they may be asked
     * @param channel the only way by which they may be asked
     */
    @Recorded(as = "follow-up-chosen", revision = 1)
    record FollowUpChosen(ParticipantId participant, LocalDate from, ContactChannel channel, Law law)
            implements ParticipantEvent {}

    /** They may not be asked any more: they do not wish it, its way is not safe any more, or support began again. */
    @Recorded(as = "follow-up-dropped", revision = 1)
    record FollowUpDropped(ParticipantId participant) implements ParticipantEvent {}

    /** They were asked, or it was tried, and are not asked again; what came of it is a code. */
    @Recorded(as = "follow-up-made", revision = 1)
    record FollowUpMade(ParticipantId participant, String outcome, Law law) implements ParticipantEvent {}

    /**
     * Something was told for the first time. Never what: the story stays theirs.
     *
     * @param number which one of theirs, from 1
     * @param nextStep what they wish to be done next, a code; absent where they wish nothing
     */
    @Recorded(as = "first-telling-heard", revision = 1)
    record FirstTellingHeard(
            ParticipantId participant,
            int number,
            Hearer heardBy,
            @Nullable String nextStep,
            Law law) implements ParticipantEvent {}

    /** What was to be done next after this telling was done. */
    @Recorded(as = "first-telling-step-taken", revision = 1)
    record FirstTellingStepTaken(ParticipantId participant, int number) implements ParticipantEvent {}

    /**
     * Somebody beside them is named, as far as the help needs it; under the participant's own key.
     *
     * @param number which one of theirs, from 1
     * @param relation who that is to them, a code
     * @param need why they are named at all, a code
     */
    @Recorded(as = "other-person-named", revision = 1)
    record OtherPersonNamed(
            ParticipantId participant,
            int number,

            @Under(value = Words.PARTICIPANT_OTHER_PERSON, owner = "participant")
            Sealed name,

            String relation,
            String need,
            Law law)
            implements ParticipantEvent {}

    /** That this one was named is corrected: from here on nobody is shown the name. */
    @Recorded(as = "other-person-taken-out", revision = 1)
    record OtherPersonTakenOut(ParticipantId participant, int number) implements ParticipantEvent {}

    /** The person may be reached this way, at this address, and only as they advise. Replaces what was said before. */
    @Recorded(as = "safe-contact-chosen", revision = 1)
    record SafeContactChosen(
            ParticipantId participant,
            ContactChannel channel,

            @Under(value = Words.PARTICIPANT_CONTACT, owner = "participant")
            Sealed address,

            @Nullable @Under(value = Words.PARTICIPANT_CONTACT_ADVICE, owner = "participant")
            Sealed advice)
            implements ParticipantEvent {}

    /** From now on nothing may go this way. */
    @Recorded(as = "contact-marked-unsafe", revision = 1)
    record ContactMarkedUnsafe(ParticipantId participant, ContactChannel channel) implements ParticipantEvent {}

    /**
     * When in the week they have time for somebody who walks beside them. Replaces what was said before.
     *
     * @param times the programme's codes; none means that they do not say
     */
    @Recorded(as = "participant-availability-stated", revision = 1)
    record ParticipantAvailabilityStated(ParticipantId participant, List<String> times) implements ParticipantEvent {

        public ParticipantAvailabilityStated {
            times = List.copyOf(times);
        }
    }

    /** Whether the programme is the right help now. */
    enum Suitability {
        SUITABLE,
        OTHER_HELP_FIRST,
        NOT_NOW
    }

    /** Whether others stand by somebody. */
    enum OtherSupport {
        NONE,
        SOME,
        ENOUGH,
        NOT_SAID
    }

    /** Whether somebody feels that the other party has power over them. */
    enum PowerImbalance {
        FELT,
        NOT_FELT,
        NOT_SAID
    }

    /** How soon somebody needs somebody; the most urgent first. */
    enum Urgency {
        URGENT,
        SOON,
        STEADY
    }

    /** Whom in the programme somebody told something for the first time. */
    enum Hearer {
        COORDINATOR,
        VOLUNTEER,
        SOMEBODY_ELSE
    }

    /** A way to reach a person. */
    enum ContactChannel {
        PHONE,
        TEXT_MESSAGE,
        EMAIL,
        POST
    }
}

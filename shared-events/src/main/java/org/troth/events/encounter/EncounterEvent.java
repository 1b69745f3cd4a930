package org.troth.events.encounter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.EncounterId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.Recorded;
import org.troth.events.SheetId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;
import org.troth.events.presence.Guest;

/**
 * The meetings of a match. When one was held stands in the fact; when it was entered is when the fact was recorded, and the
 * two are never mixed. Nothing here says that a meeting was missed, or by whom.
 */
public sealed interface EncounterEvent extends Fact {

    EncounterId encounter();

    MatchId match();

    ParticipantId participant();

    VolunteerId volunteer();

    Held held();

    /**
     * A meeting was held. What was noted about the participant is under the participant's key, what the volunteer thinks of it
     * under the volunteer's: each can be forgotten without the other.
     *
     * @param attestation what the volunteer did themselves; absent where a coordinator entered it, who was not there
     */
    @Recorded(as = "encounter-logged", revision = 1)
    record EncounterLogged(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Writer enteredBy,
            Held held,
            @Nullable Attestation attestation,
            List<Finding> findings,

            @Nullable @Under(value = Words.ENCOUNTER_NOTE, owner = "participant")
            Sealed note,

            @Nullable @Under(value = Words.ENCOUNTER_REFLECTION, owner = "volunteer")
            Sealed reflection,

            Law law)
            implements EncounterEvent {

        public EncounterLogged {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What was entered of the meeting is corrected: from here on this version holds, unless the fact behind it says that it
     * waits ({@link EncounterCorrectionProposed}). Every earlier one stays.
     *
     * @param reason why, as a code of the programme
     * @param attestation said anew; absent: as it was said before
     * @param findings judged anew of the meeting as it now stands, late or not by when it was first entered
     */
    @Recorded(as = "encounter-corrected", revision = 1)
    record EncounterCorrected(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Writer correctedBy,
            String reason,
            Held held,
            @Nullable Attestation attestation,
            List<Finding> findings,
            Wording noteIs,

            @Nullable @Under(value = Words.ENCOUNTER_NOTE, owner = "participant")
            Sealed note,

            Wording reflectionIs,

            @Nullable @Under(value = Words.ENCOUNTER_REFLECTION, owner = "volunteer")
            Sealed reflection,

            Law law)
            implements EncounterEvent {

        public EncounterCorrected {
            findings = List.copyOf(findings);
            noteIs.mustFit(note);
            reflectionIs.mustFit(reflection);
        }
    }

    /**
     * The correction that was recorded just before waits until another coordinator has looked at it. From here on the meeting holds
     * as it is said here, which is as it held before; what was found of the corrected one is found at once, and waits for nobody. A
     * correction without this fact behind it holds at once.
     *
     * @param version which version waits, the first entry being the first; it takes the place of any that waited before
     * @param findings of what holds and of what waits
     */
    @Recorded(as = "encounter-correction-proposed", revision = 1)
    record EncounterCorrectionProposed(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Writer proposedBy,
            int version,
            Held held,
            List<Finding> findings,
            Law law)
            implements EncounterEvent {

        public EncounterCorrectionProposed {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A coordinator, who is not the one that wrote it, approved the correction: from here on that version holds.
     *
     * @param version which version, the first entry being the first
     */
    @Recorded(as = "encounter-correction-approved", revision = 1)
    record EncounterCorrectionApproved(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            int version,
            Held held,
            List<Finding> findings,
            Law law)
            implements EncounterEvent {

        public EncounterCorrectionApproved {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A coordinator, who is not the one that wrote it, sent the correction back. It stays on the record beside what holds, which is
     * what held before.
     *
     * @param version which version was sent back, the first entry being the first
     * @param reason why, as a code of the programme
     * @param held the meeting as it holds
     */
    @Recorded(as = "encounter-correction-sent-back", revision = 1)
    record EncounterCorrectionSentBack(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            int version,
            String reason,
            Held held,
            List<Finding> findings,
            Law law)
            implements EncounterEvent {

        public EncounterCorrectionSentBack {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Who else was there, said with the entry or the correction that was recorded just before. From here on this holds.
     *
     * @param held the meeting as it stood when this was noted
     * @param present nobody else when empty
     */
    @Recorded(as = "encounter-presence-noted", revision = 1)
    record EncounterPresenceNoted(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Writer notedBy,
            Held held,
            List<Present> present,
            Law law)
            implements EncounterEvent {

        public EncounterPresenceNoted {
            present = List.copyOf(present);
        }
    }

    /**
     * Which information sheets were given, said with the entry or the correction that was recorded just before. From here on
     * this holds.
     *
     * @param held the meeting as it stood when this was noted
     */
    @Recorded(as = "encounter-sheets-given", revision = 1)
    record EncounterSheetsGiven(
            EncounterId encounter,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Writer notedBy,
            Held held,
            List<CitedSheet> sheets,
            Law law)
            implements EncounterEvent {

        public EncounterSheetsGiven {
            sheets = List.copyOf(sheets);
        }
    }

    /** One version of an information sheet, as it was given. */
    record CitedSheet(SheetId sheet, int version, String sha256) {}

    /**
     * Somebody else who was there, by what they were.
     *
     * @param agreed the question to which the participant had said yes before the meeting began; absent when they had not,
     *     which is a finding and keeps no meeting out
     */
    record Present(Guest guest, @Nullable PresenceId agreed) {}

    /**
     * When and how the two met.
     *
     * @param at the moment it began
     * @param zone the time zone of the programme then, by its IANA name, in which that moment was told
     * @param medium a code of the programme
     * @param support which kinds of support it was, as codes of the programme
     * @param topics what it was about, as codes of the programme
     */
    record Held(Instant at, String zone, int minutes, String medium, List<String> support, List<String> topics) {

        public Held {
            support = List.copyOf(support);
            topics = List.copyOf(topics);
        }
    }

    /**
     * What the volunteer says they did of all that their role forbids.
     *
     * @param acts as codes of the programme; empty: none of them
     * @param law the role profile that was asked about
     */
    record Attestation(List<String> acts, Law law) {

        public Attestation {
            acts = List.copyOf(acts);
        }
    }

    /** What the programme found about the meeting when it took it in, and by which rule. It never keeps a meeting out. */
    record Finding(Found found, Law law) {}

    /** What can be found. */
    enum Found {
        /** Entered long after it was held. */
        LATE_ENTRY,
        /** Held on a day on which the volunteer was not qualified. */
        NOT_QUALIFIED
    }

    /** Who wrote it down. A coordinator does so for the volunteer, and writes no words. */
    enum Writer {
        VOLUNTEER,
        COORDINATOR
    }

    /** What a correction does to words that were there. */
    enum Wording {
        CHANGED,
        KEPT,
        TAKEN_AWAY;

        /** Throws when words are there that this does not bring, or the other way round. */
        public void mustFit(@Nullable Sealed words) {
            if ((this == CHANGED) != (words != null)) {
                throw new IllegalArgumentException("words come with a correction when it changes them, and only then");
            }
        }
    }
}

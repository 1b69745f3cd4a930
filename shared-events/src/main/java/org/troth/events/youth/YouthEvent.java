package org.troth.events.youth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentEvent.ShownText;

/**
 * That a participant is not of age, and what a guardian said beside their own answers. Each young person has one stream of it,
 * named {@code youth/<participant>}; it holds no words, and nobody's name.
 */
public sealed interface YouthEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Youth";

    ParticipantId participant();

    /**
     * They are not of age. Replaces what was noted before.
     *
     * @param ofAgeOn the first day on which they are of age, in the programme's time zone; the only day of theirs that is kept
     */
    @Recorded(as = "minority-noted", revision = 1)
    record MinorityNoted(ParticipantId participant, LocalDate ofAgeOn, Law law) implements YouthEvent {}

    /** That they are not of age was noted by mistake. */
    @Recorded(as = "minority-note-taken-back", revision = 1)
    record MinorityNoteTakenBack(ParticipantId participant) implements YouthEvent {}

    /**
     * Somebody beside them may say yes beside them; it was checked that they may.
     *
     * @param guardian which of the people named beside them, by their number
     * @param standing by what they may, a code
     * @param check how that was checked, a code
     */
    @Recorded(as = "guardian-recognised", revision = 1)
    record GuardianRecognised(ParticipantId participant, int guardian, String standing, String check, Law law)
            implements YouthEvent {}

    /** They may not any more: from here on nothing that they said counts. */
    @Recorded(as = "guardian-standing-ended", revision = 1)
    record GuardianStandingEnded(ParticipantId participant, int guardian) implements YouthEvent {}

    /**
     * The law lets the young person say yes alone to what helps them. From here on no guardian is told or asked anything.
     *
     * @param ground why, a code; for their case alone
     */
    @Recorded(as = "deciding-alone-begun", revision = 1)
    record DecidingAloneBegun(ParticipantId participant, String ground, Law law) implements YouthEvent {}

    /** The ground to decide alone is gone: what they agree to needs a guardian again. */
    @Recorded(as = "deciding-alone-ended", revision = 1)
    record DecidingAloneEnded(ParticipantId participant) implements YouthEvent {}

    /**
     * A guardian said yes to what the young person had agreed to themselves, after they were read the same text. Counts only
     * beside the young person's own yes.
     *
     * @param witness who was there beside whoever wrote it down, a code
     * @param language in which the guardian was asked
     * @param text exactly what is published in that language, and was to be read to them; absent where nothing is, so that they
     *     were read the young person's own text by whoever interpreted
     */
    @Recorded(as = "guardian-agreed", revision = 1)
    record GuardianAgreed(
            ParticipantId participant,
            ConsentId consent,
            int guardian,
            Statement statement,
            String witness,
            String language,
            @Nullable ShownText text,
            Interpreting interpreting,
            Law law)
            implements YouthEvent {}

    /** A guardian said no, or took their yes back; holds from this fact on, has no reason, and undoes nothing before it. */
    @Recorded(as = "guardian-objected", revision = 1)
    record GuardianObjected(ParticipantId participant, ConsentId consent, int guardian, Law law)
            implements YouthEvent {}

    /** The day has come. They were of age from its beginning; this notes that the programme saw it. */
    @Recorded(as = "came-of-age", revision = 1)
    record CameOfAge(ParticipantId participant, LocalDate ofAgeOn, Law law) implements YouthEvent {}

    /** How a guardian said it. */
    enum Statement {
        SIGNED,
        SPOKEN
    }

    /** The name of a young person's stream. */
    static String stream(ParticipantId participant) {
        return "youth/" + participant;
    }
}

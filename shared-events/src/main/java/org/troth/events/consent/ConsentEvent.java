package org.troth.events.consent;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.confidential.DataClass;

/** One question of consent: asked, answered, taken back. Each consent is a record of its own. */
public sealed interface ConsentEvent extends Fact {

    ConsentId consent();

    ParticipantId participant();

    /**
     * The participant was shown exactly this text, for one purpose and one recipient.
     *
     * @param classes which classes of their words it covers
     * @param text the published text by name, version and language, and the SHA-256 of what was shown, in hexadecimal
     * @param lastDay the last day on which it would hold, in the programme's time zone; absent: until withdrawn
     */
    @Recorded(as = "consent-asked", revision = 1)
    record ConsentAsked(
            ConsentId consent,
            ParticipantId participant,
            Purpose purpose,
            Recipient recipient,
            Set<DataClass> classes,
            ShownText text,
            @Nullable LocalDate lastDay)
            implements ConsentEvent {

        public ConsentAsked {
            classes = Set.copyOf(classes);
        }
    }

    /**
     * The question asks for an earlier consent anew, since that ends by its date. The earlier one stays as it is, and
     * silence renews nothing.
     */
    @Recorded(as = "consent-renewal-asked", revision = 1)
    record ConsentRenewalAsked(ConsentId consent, ParticipantId participant, ConsentId renews, Law law)
            implements ConsentEvent {}

    /**
     * A coordinator went through the text with the participant before they answered. It takes the place of no answer.
     *
     * @param medium how they spoke, as a code of the programme
     * @param language which language they spoke
     */
    @Recorded(as = "consent-talked-through", revision = 1)
    record ConsentTalkedThrough(
            ConsentId consent, ParticipantId participant, String medium, String language, Interpreting interpreting)
            implements ConsentEvent {}

    /**
     * The participant answered every published question about the text rightly, themselves. Wrong answers are kept nowhere.
     *
     * @param questions the published questions by name, version and language, and the SHA-256 of their file
     * @param reading how hard the text was to read; absent where that cannot be measured in its language
     */
    @Recorded(as = "consent-understood", revision = 1)
    record ConsentUnderstood(
            ConsentId consent,
            ParticipantId participant,
            ShownText questions,
            @Nullable ReadingLevel reading,
            Law law) implements ConsentEvent {}

    /** The participant agreed, themselves. */
    @Recorded(as = "consent-given", revision = 1)
    record ConsentGiven(ConsentId consent, ParticipantId participant, Law law) implements ConsentEvent {}

    /** The participant said no; it costs nothing and has no reason. */
    @Recorded(as = "consent-declined", revision = 1)
    record ConsentDeclined(ConsentId consent, ParticipantId participant) implements ConsentEvent {}

    /** The participant took it back; holds from this fact on, has no reason, and undoes nothing before it. */
    @Recorded(as = "consent-withdrawn", revision = 1)
    record ConsentWithdrawn(ConsentId consent, ParticipantId participant, Law law) implements ConsentEvent {}

    /** The last day of a given consent passed. It ended by its date; this notes that the programme saw it. */
    @Recorded(as = "consent-expired", revision = 1)
    record ConsentExpired(ConsentId consent, ParticipantId participant, LocalDate lastDay) implements ConsentEvent {}

    /** How the name of a text ends that is in words for people who are not of age. */
    String FOR_YOUNG = "-young";

    /** Whether it was asked in the words for people who are not of age, and so with a guardian's word to come beside theirs. */
    static boolean isForYoung(ConsentAsked question) {
        return question.text().name().endsWith(FOR_YOUNG);
    }

    /** Who carried the words between the two; never by name. */
    enum Interpreting {
        NONE,
        PROFESSIONAL,
        OTHER_PERSON
    }

    /** How hard a text is to read: a level of a published scale, such as {@code 6.3} of {@code flesch-kincaid-grade}. */
    record ReadingLevel(String scale, String level) {}

    /** A published text, as it was shown. */
    record ShownText(String name, int version, String language, String sha256) {}
}

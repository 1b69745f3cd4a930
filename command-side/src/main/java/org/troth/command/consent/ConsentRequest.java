package org.troth.command.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.consent.ConsentEvent.ReadingLevel;

/** What can be asked about consent, as JSON and as forms. Every field is checked before anything is done. */
interface ConsentRequest {

    /**
     * A question to a participant, with the newest published text of its purpose in this language.
     *
     * @param purpose SUPPORT, MATCHING, SHARING, REPORTING, RESEARCH or PUBLICITY
     * @param agency the one recipient, for SHARING only; otherwise the recipient is the programme
     * @param classes which classes of their words it covers, at least one, such as IDENTITY and CONTACT
     * @param language of the text, as BCP 47 writes it; absent: the participant's own where the text is published in it,
     *     otherwise English
     * @param lastDay the last day on which it would hold; absent: until it is withdrawn, and for SHARING the latest there may be, 365
     *     days from today
     */
    record ConsentQuestion(
            @Nullable String participant,
            @Nullable String purpose,
            @Nullable String agency,
            @Nullable List<String> classes,
            @Nullable String language,
            @Nullable String lastDay) {}

    /**
     * The same question once more, with the newest published text, since the consent ends by its date.
     *
     * @param lastDay the last day on which the new one would hold; for SHARING at most 365 days from today
     */
    record ConsentRenewal(@Nullable String lastDay) {}

    /**
     * The participant's own answers to the questions about the text.
     *
     * @param answers the value of one choice for each question, in their order
     */
    record UnderstandingCheck(@Nullable List<@Nullable String> answers) {}

    /**
     * A coordinator went through the text with the participant; it takes the place of no answer, and names nobody.
     *
     * @param medium how they spoke, such as phone
     * @param language which language they spoke, as BCP 47 writes it
     * @param interpreting NONE, PROFESSIONAL or OTHER_PERSON
     */
    record ConsentConversation(
            @Nullable String medium,
            @Nullable String language,
            @Nullable String interpreting) {}

    /**
     * A consent's text as it is shown to the participant.
     *
     * @param sha256 of the text as UTF-8, in hexadecimal: the same as on the record
     */
    record PublishedText(String name, int version, String language, String sha256, String text) {}

    /**
     * A consent's text as it is shown to the participant, and the questions about it.
     *
     * @param direction in which it is written, ltr or rtl
     * @param sha256 of the text as UTF-8, in hexadecimal: the same as on the record
     * @param reading how hard it is to read; absent where that is not measured in its language
     * @param understood whether the questions were answered rightly, after which the participant can agree
     */
    record TextToRead(
            String name,
            int version,
            String language,
            String direction,
            String sha256,
            String text,
            @Nullable ReadingLevel reading,
            boolean understood,
            QuestionsToAnswer questions) {}

    /**
     * The questions about a text; which answers are right is not said.
     *
     * @param sha256 of their file, in hexadecimal: the same as on the record
     */
    record QuestionsToAnswer(String name, int version, String sha256, List<QuestionToAnswer> questions) {}

    /** One question and what can be answered. */
    record QuestionToAnswer(String question, List<TextChoice> choices) {}

    /** One of the answers, in the language of the text. */
    record TextChoice(String value, String label) {}
}

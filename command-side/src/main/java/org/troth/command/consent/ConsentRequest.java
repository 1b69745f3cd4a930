package org.troth.command.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about consent, as JSON and as forms. Every field is checked before anything is done. */
interface ConsentRequest {

    /**
     * A question to a participant, with the newest published text of its purpose in this language.
     *
     * @param purpose SUPPORT, MATCHING, SHARING, REPORTING, RESEARCH or PUBLICITY
     * @param agency the one recipient, for SHARING only; otherwise the recipient is the programme
     * @param classes which classes of their words it covers, at least one, such as IDENTITY and CONTACT
     * @param language of the text, as BCP 47 writes it
     * @param lastDay the last day on which it would hold; absent: until it is withdrawn
     */
    record ConsentQuestion(
            @Nullable String participant,
            @Nullable String purpose,
            @Nullable String agency,
            @Nullable List<String> classes,
            @Nullable String language,
            @Nullable String lastDay) {}

    /**
     * A consent's text as it is shown to the participant.
     *
     * @param sha256 of the text as UTF-8, in hexadecimal: the same as on the record
     */
    record PublishedText(String name, int version, String language, String sha256, String text) {}
}

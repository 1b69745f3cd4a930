package org.troth.command.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a participant, as JSON and as forms. Every field is checked before anything is done. */
interface ParticipantRequest {

    /**
     * An enquiry.
     *
     * @param matter the kind of legal matter, a code of the programme (lower-case letters, digits, hyphens)
     * @param language the language they prefer, as BCP 47 writes it
     * @param words what they said, if they said anything; at most 4000 characters
     */
    record Enquiry(
            @Nullable String matter,
            @Nullable String language,
            @Nullable String words) {}

    /**
     * An intake.
     *
     * @param name what they want to be called; at most 200 characters
     * @param needs what they need, codes of the programme, at most 20
     * @param note at most 4000 characters
     * @param classes who they are in the programme's words, as far as the help needs it; at most 5, and nobody has to say
     * @param otherLanguages beside the one they prefer, at most 10
     * @param interpreter the language of the interpreter that is needed, such as ase; absent where none is
     * @param access what they need in order to take part, codes of the programme
     * @param code the code of an enquiry that was made without a name, as the person says it
     */
    record Intake(
            @Nullable String name,
            @Nullable String matter,
            @Nullable String language,
            @Nullable List<String> needs,
            @Nullable String note,
            @Nullable List<String> classes,
            @Nullable List<String> otherLanguages,
            @Nullable String interpreter,
            @Nullable List<String> access,
            @Nullable String code) {

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** What is left for whoever holds the code of an enquiry; at most 4000 characters. */
    record EnquiryAnswer(@Nullable String words) {}

    /** Why an enquiry goes no further, a code of the programme. */
    record EnquiryClosing(@Nullable String reason) {}

    /**
     * A way to reach them that is safe.
     *
     * @param channel PHONE, TEXT_MESSAGE, EMAIL or POST
     * @param address the number or address; at most 400 characters
     * @param advice what to mind; at most 1000 characters
     */
    record SafeContact(
            @Nullable String channel,
            @Nullable String address,
            @Nullable String advice) {}
}

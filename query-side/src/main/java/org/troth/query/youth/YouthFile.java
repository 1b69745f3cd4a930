package org.troth.query.youth;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What a coordinator sees of a young person and their guardians.
 *
 * @param minor whether it is noted that they are not of age, and their day was not noted as come
 * @param ofAgeOn the first day on which they are of age; absent once it has come
 * @param came whether it is noted that their day has come
 * @param alone why the law lets them decide alone, a code; absent where it does not
 * @param others who is named beside them and is no guardian
 */
record YouthFile(
        UUID participant,
        @Nullable Told name,
        boolean minor,
        @Nullable LocalDate ofAgeOn,
        boolean came,
        @Nullable String alone,
        List<Guardian> guardians,
        List<Other> others,
        List<Consent> consents) {

    /** Somebody who may say yes beside them; the name is absent once it was taken out. */
    record Guardian(int number, @Nullable Told name, String standing, String check) {}

    /** Somebody who is named beside them. */
    record Other(int number, @Nullable Told name) {}

    /**
     * What was asked of them.
     *
     * @param state as it stands with what guardians said
     * @param asked whether it is theirs to be said yes to by a guardian now
     */
    record Consent(
            UUID id, String purpose, @Nullable String recipient, String state, boolean asked, List<Word> words) {}

    /** What one guardian last said. */
    record Word(int guardian, boolean yes) {}
}

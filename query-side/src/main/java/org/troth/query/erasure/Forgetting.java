package org.troth.query.erasure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A request to be forgotten that waits for its answer.
 *
 * @param answerBy the last day on which they are to be answered
 */
record Forgetting(UUID erasure, LocalDate askedOn, LocalDate answerBy) {

    /** Whether the day has passed. */
    public boolean overdue(LocalDate today) {
        return answerBy.isBefore(today);
    }
}

package org.troth.query.referral;

import java.util.Locale;

/** How a referral stands, by the codes of FHIR R4 ({@code http://hl7.org/fhir/task-status}) that a referral can have. */
enum TaskStatus {
    DRAFT,
    REQUESTED,
    RECEIVED,
    ACCEPTED,
    REJECTED,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static TaskStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Nothing leads out of it. */
    boolean isOver() {
        return switch (this) {
            case REJECTED, COMPLETED, FAILED, CANCELLED -> true;
            case DRAFT, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> false;
        };
    }
}

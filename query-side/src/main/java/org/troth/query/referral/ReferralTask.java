package org.troth.query.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.referral.ReferralViews.Row;

/**
 * A referral as a FHIR R4 Task: identifiers, codes and times, and no words. What is not known is absent, as FHIR has no null.
 * Whoever reads it learns no more than how it stands.
 */
final class ReferralTask {

    private static final String CODES = "http://hl7.org/fhir/CodeSystem/task-code";
    private static final String REASONS = "urn:troth:codes:non-acceptance";
    private static final String STANDINGS = "urn:troth:codes:referral-standing";

    private ReferralTask() {}

    static Map<String, Object> of(Row row) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("resourceType", "Task");
        task.put("id", row.id().toString());
        task.put("status", row.task().code());
        String why = why(row);
        if (why != null) {
            boolean theirs = row.task() == TaskStatus.REJECTED && row.whyNot() != null;
            task.put("statusReason", concept(theirs ? REASONS : STANDINGS, why));
        }
        String standing = standing(row);
        if (standing != null) {
            task.put("businessStatus", concept(STANDINGS, standing));
        }
        task.put("intent", "order");
        task.put("code", concept(CODES, "fulfill"));
        task.put("focus", reference("ServiceRequest", row.id()));
        task.put("for", reference("Patient", row.participant()));
        task.put("authoredOn", row.offeredAt().toString());
        task.put("lastModified", row.movedAt().toString());
        UUID agency = row.agency();
        if (agency != null) {
            task.put("owner", reference("Organization", agency));
        }
        return task;
    }

    /** Why it is rejected, cancelled or failed, as a code. */
    private static @Nullable String why(Row row) {
        return switch (row.task()) {
            case REJECTED -> row.whyNot() == null ? "not-explained" : row.whyNot();
            case FAILED -> "no-outcome-known";
            case CANCELLED -> cancelledFor(row);
            case DRAFT, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, COMPLETED -> null;
        };
    }

    private static String cancelledFor(Row row) {
        if (row.agency() == null) {
            return "not-appropriate";
        }
        if (row.sentAt() == null) {
            return row.state().equals("DECLINED") ? "offer-declined" : "not-sent";
        }
        return row.recalledAt() == null ? "closed" : "consent-taken-back";
    }

    /** What the programme knows beside the status. */
    private static @Nullable String standing(Row row) {
        String outcome = row.outcome();
        if (outcome != null) {
            return outcome.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        boolean waits = row.task() == TaskStatus.REQUESTED || row.task() == TaskStatus.RECEIVED;
        return waits && row.unansweredSince() != null ? "unanswered" : null;
    }

    private static Map<String, Object> concept(String system, String code) {
        return Map.of("coding", List.of(Map.of("system", system, "code", code)));
    }

    private static Map<String, Object> reference(String type, UUID id) {
        return Map.of("reference", type + "/" + id);
    }
}

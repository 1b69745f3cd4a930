package org.troth.query.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.query.referral.ReferralViews.Row;

class TellingTasksTest {

    private static final Instant THEN = Instant.parse("2026-02-01T09:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final UUID PARTICIPANT = UUID.randomUUID();
    private static final UUID AGENCY = UUID.randomUUID();

    private static Row row(TaskStatus task, @Nullable String whyNot, @Nullable String outcome) {
        return row(task, "SENT", AGENCY, THEN, whyNot, outcome, null, null);
    }

    private static Row row(
            TaskStatus task,
            String state,
            @Nullable UUID agency,
            @Nullable Instant sentAt,
            @Nullable String whyNot,
            @Nullable String outcome,
            @Nullable Instant recalledAt,
            @Nullable LocalDate unansweredSince) {
        return new Row(
                ID,
                PARTICIPANT,
                null,
                agency == null ? null : UUID.randomUUID(),
                "A service",
                agency,
                "An agency",
                "housing",
                state,
                null,
                List.of(),
                null,
                null,
                0,
                outcome,
                null,
                THEN,
                sentAt,
                null,
                null,
                recalledAt,
                null,
                null,
                task,
                THEN.plusSeconds(60),
                null,
                whyNot,
                false,
                null,
                null,
                unansweredSince,
                null,
                null,
                null);
    }

    private static @Nullable Object code(Map<String, Object> task, String element) {
        Object concept = task.get(element);
        return concept instanceof Map<?, ?> map
                        && map.get("coding") instanceof List<?> codings
                        && codings.get(0) instanceof Map<?, ?> coding
                ? coding.get("code")
                : null;
    }

    @Test
    void holdsWhatATaskOfFhirNeedsAndNoWords() {
        Map<String, Object> task = ReferralTask.of(row(TaskStatus.IN_PROGRESS, null, null));
        assertThat(task)
                .containsEntry("resourceType", "Task")
                .containsEntry("id", ID.toString())
                .containsEntry("status", "in-progress")
                .containsEntry("intent", "order")
                .containsEntry("focus", Map.of("reference", "ServiceRequest/" + ID))
                .containsEntry("for", Map.of("reference", "Patient/" + PARTICIPANT))
                .containsEntry("owner", Map.of("reference", "Organization/" + AGENCY))
                .containsEntry("authoredOn", "2026-02-01T09:00:00Z")
                .containsEntry("lastModified", "2026-02-01T09:01:00Z")
                .doesNotContainKeys("statusReason", "businessStatus")
                .doesNotContainValue(null);
        assertThat(code(task, "code")).isEqualTo("fulfill");
        assertThat(task.toString()).doesNotContain("A service", "An agency", "housing");
    }

    @Test
    void saysWhyItIsRejectedFailedOrCancelled() {
        assertThat(why(row(TaskStatus.REJECTED, "no-room-now", null))).isEqualTo("no-room-now");
        assertThat(why(row(TaskStatus.REJECTED, null, null))).isEqualTo("not-explained");
        assertThat(why(row(TaskStatus.FAILED, null, "NO_OUTCOME_KNOWN"))).isEqualTo("no-outcome-known");
        assertThat(why(row(TaskStatus.CANCELLED, null, null))).isEqualTo("closed");
        assertThat(why(row(TaskStatus.CANCELLED, "RECALLED", AGENCY, THEN, null, null, THEN, null)))
                .isEqualTo("consent-taken-back");
        assertThat(why(row(TaskStatus.CANCELLED, "DECLINED", AGENCY, null, null, null, null, null)))
                .isEqualTo("offer-declined");
        assertThat(why(row(TaskStatus.CANCELLED, "CLOSED", AGENCY, null, null, null, null, null)))
                .isEqualTo("not-sent");
        assertThat(why(row(TaskStatus.CANCELLED, "NOT_APPROPRIATE", null, null, "too-early", null, null, null)))
                .isEqualTo("not-appropriate");
        assertThat(why(row(TaskStatus.COMPLETED, null, "HELPED"))).isNull();
    }

    private static @Nullable Object why(Row row) {
        return code(ReferralTask.of(row), "statusReason");
    }

    @Test
    void saysWhatCameOfItAndThatNobodyAnswered() {
        assertThat(code(ReferralTask.of(row(TaskStatus.COMPLETED, null, "PARTLY_HELPED")), "businessStatus"))
                .isEqualTo("partly-helped");
        Row late = row(TaskStatus.REQUESTED, "SENT", AGENCY, THEN, null, null, null, LocalDate.of(2026, 2, 11));
        assertThat(code(ReferralTask.of(late), "businessStatus")).isEqualTo("unanswered");
        Row judged = row(TaskStatus.CANCELLED, "NOT_APPROPRIATE", null, null, "too-early", null, null, null);
        assertThat(ReferralTask.of(judged)).doesNotContainKey("owner");
    }
}

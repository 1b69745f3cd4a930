package org.troth.query.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.query.referral.TaskStatus.ACCEPTED;
import static org.troth.query.referral.TaskStatus.CANCELLED;
import static org.troth.query.referral.TaskStatus.COMPLETED;
import static org.troth.query.referral.TaskStatus.DRAFT;
import static org.troth.query.referral.TaskStatus.FAILED;
import static org.troth.query.referral.TaskStatus.IN_PROGRESS;
import static org.troth.query.referral.TaskStatus.RECEIVED;
import static org.troth.query.referral.TaskStatus.REJECTED;
import static org.troth.query.referral.TaskStatus.REQUESTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovingTasksTest {

    /** The whole table, said once more: where each status may lead in one step. */
    private static final Map<TaskStatus, Set<TaskStatus>> LEADS_TO = new EnumMap<>(Map.of(
            DRAFT, Set.of(REQUESTED, CANCELLED),
            REQUESTED, Set.of(RECEIVED, ACCEPTED, REJECTED, COMPLETED, FAILED, CANCELLED),
            RECEIVED, Set.of(ACCEPTED, REJECTED, COMPLETED, FAILED, CANCELLED),
            ACCEPTED, Set.of(IN_PROGRESS, COMPLETED, FAILED, CANCELLED),
            IN_PROGRESS, Set.of(COMPLETED, FAILED, CANCELLED),
            REJECTED, Set.of(),
            COMPLETED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of()));

    @Test
    void leadsFromEachStatusExactlyWhereTheTableSays() {
        for (TaskStatus now : TaskStatus.values()) {
            Set<TaskStatus> reached = EnumSet.noneOf(TaskStatus.class);
            for (TaskStep step : TaskStep.values()) {
                reached.add(step.after(now));
            }
            reached.remove(now);
            assertThat(reached).as(now.code()).isEqualTo(LEADS_TO.get(now));
        }
    }

    @Test
    void neverLeavesWhatIsOverInAnySequenceOfFiveSteps() {
        List<List<TaskStep>> sequences = sequences(5);
        assertThat(sequences).hasSize(100_000);
        for (List<TaskStep> steps : sequences) {
            TaskStatus now = DRAFT;
            for (TaskStep step : steps) {
                TaskStatus next = step.after(now);
                if (next != now && (now.isOver() || !leads(now, next))) {
                    throw new AssertionError(steps + " leads from " + now + " to " + next);
                }
                now = next;
            }
        }
    }

    private static boolean leads(TaskStatus from, TaskStatus to) {
        return LEADS_TO.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void followsTheUsualWays() {
        assertThat(after(TaskStep.SEND, TaskStep.OPEN, TaskStep.ACCEPT, TaskStep.START, TaskStep.CONCLUDE))
                .isEqualTo(COMPLETED);
        assertThat(after(TaskStep.SEND, TaskStep.REFUSE, TaskStep.CLOSE)).isEqualTo(REJECTED);
        assertThat(after(TaskStep.SEND, TaskStep.ACCEPT, TaskStep.LOSE_SIGHT, TaskStep.CLOSE))
                .isEqualTo(FAILED);
        assertThat(after(TaskStep.SEND, TaskStep.OPEN, TaskStep.RECALL, TaskStep.CONCLUDE))
                .isEqualTo(CANCELLED);
        assertThat(after(TaskStep.DECLINE)).isEqualTo(CANCELLED);
        assertThat(after(TaskStep.OPEN)).isEqualTo(DRAFT);
    }

    @Test
    void speaksTheCodesOfFhir() {
        assertThat(Arrays.stream(TaskStatus.values()).map(TaskStatus::code))
                .containsExactly(
                        "draft",
                        "requested",
                        "received",
                        "accepted",
                        "rejected",
                        "in-progress",
                        "completed",
                        "failed",
                        "cancelled");
        assertThat(TaskStatus.values()).allMatch(status -> TaskStatus.of(status.code()) == status);
        assertThat(TaskStep.ACCEPT.fromCodes()).isEqualTo("requested received");
    }

    private static TaskStatus after(TaskStep... steps) {
        TaskStatus now = DRAFT;
        for (TaskStep step : steps) {
            now = step.after(now);
        }
        return now;
    }

    private static List<List<TaskStep>> sequences(int length) {
        List<List<TaskStep>> all = List.of(List.of());
        for (int at = 0; at < length; at++) {
            List<List<TaskStep>> longer = new ArrayList<>();
            for (List<TaskStep> each : all) {
                for (TaskStep step : TaskStep.values()) {
                    List<TaskStep> more = new ArrayList<>(each);
                    more.add(step);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}

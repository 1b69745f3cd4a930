package org.troth.query.referral;

import static org.troth.query.referral.TaskStatus.ACCEPTED;
import static org.troth.query.referral.TaskStatus.CANCELLED;
import static org.troth.query.referral.TaskStatus.COMPLETED;
import static org.troth.query.referral.TaskStatus.DRAFT;
import static org.troth.query.referral.TaskStatus.FAILED;
import static org.troth.query.referral.TaskStatus.IN_PROGRESS;
import static org.troth.query.referral.TaskStatus.RECEIVED;
import static org.troth.query.referral.TaskStatus.REJECTED;
import static org.troth.query.referral.TaskStatus.REQUESTED;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of what moves the task of a referral, from where and where to. A referral can do more than its task: a step that
 * does not lead out of where the task is leaves it there, so that what is over stays as it ended.
 */
enum TaskStep {
    /** The participant said no to the offer. */
    DECLINE(CANCELLED, DRAFT),
    /** The packet left. */
    SEND(REQUESTED, DRAFT),
    /** The agency came with its link and its code. */
    OPEN(RECEIVED, REQUESTED),
    ACCEPT(ACCEPTED, REQUESTED, RECEIVED),
    /** The agency cannot help. */
    REFUSE(REJECTED, REQUESTED, RECEIVED),
    START(IN_PROGRESS, ACCEPTED),
    /** It was done, whatever it helped; that is told beside it. */
    CONCLUDE(COMPLETED, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS),
    /** Nobody knows what came of it, and that is said. */
    LOSE_SIGHT(FAILED, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS),
    /** The consent was taken back. */
    RECALL(CANCELLED, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS),
    CLOSE(CANCELLED, DRAFT, REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS);

    private final TaskStatus to;
    private final Set<TaskStatus> from;

    TaskStep(TaskStatus to, TaskStatus first, TaskStatus... others) {
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    TaskStatus to() {
        return to;
    }

    /** Where a task is after this step. */
    TaskStatus after(TaskStatus now) {
        return from.contains(now) ? to : now;
    }

    /** The codes of where it leads from, parted by blanks. */
    String fromCodes() {
        return from.stream().map(TaskStatus::code).collect(Collectors.joining(" "));
    }
}

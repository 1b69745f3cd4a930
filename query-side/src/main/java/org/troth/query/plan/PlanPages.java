package org.troth.query.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** What is shown of plans: to the participant and to a coordinator all of one, to whoever walks beside them the sections they see. */
final class PlanPages {

    private PlanPages() {}

    /**
     * A plan without what stands in it.
     *
     * @param state OPEN or CLOSED
     */
    record PlanLine(
            UUID id,
            String state,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** The plans of one participant for whoever does the work, the last opened first. */
    record PlanList(UUID participant, List<PlanLine> plans) {

        /** Whether a new one may be opened. */
        public boolean mayOpen() {
            return plans.stream().noneMatch(each -> each.state().equals("OPEN"));
        }
    }

    /** One's own, the last opened first. */
    record OwnPlans(List<PlanLine> plans) {}

    /**
     * A step.
     *
     * @param doer who is to do it: PARTICIPANT, VOLUNTEER or COORDINATOR
     * @param state TO_DO, DONE or NOT_DONE
     * @param version to be sent along when it is said whether it is done
     * @param maySay whether the reader may say whether it is done
     */
    record StepLine(
            UUID id,
            @Nullable Told words,
            String doer,
            @Nullable LocalDate due,
            String state,
            int version,
            boolean maySay) {}

    /**
     * A section as it stands.
     *
     * @param version to be sent along with other words for it
     * @param seenBeside whether whoever walks beside the participant now sees it
     * @param goals towards how many goals it leads; never said to whoever walks beside them
     * @param mayWrite whether the reader may word it and put steps into it
     */
    record SectionLine(
            UUID id,
            String discipline,
            @Nullable Told words,
            String writtenBy,
            Instant writtenAt,
            int version,
            boolean seenBeside,
            @Nullable Integer goals,
            boolean mayWrite,
            List<StepLine> steps) {}

    /**
     * One plan, whole.
     *
     * @param hand in which part the reader reads it: PARTICIPANT or COORDINATOR
     * @param participant whose it is
     * @param walk the match in which somebody walks beside them now, if anybody does
     * @param mayBegin whether the reader may begin a section that is not there yet
     */
    record PlanFile(
            String hand,
            UUID participant,
            PlanLine plan,
            @Nullable UUID walk,
            boolean mayBegin,
            List<SectionLine> sections) {

        public boolean open() {
            return plan.state().equals("OPEN");
        }

        public boolean own() {
            return hand.equals("PARTICIPANT");
        }
    }

    /** Words that held once. */
    record PlanWording(
            Instant writtenAt, String writtenBy, @Nullable Told words) {}

    /** A goal of one's own towards which a section may lead. */
    record LeadingGoal(
            UUID id, @Nullable String about, @Nullable Told words, boolean chosen) {}

    /**
     * One section by itself.
     *
     * @param hand in which part the reader reads it
     * @param through for a volunteer: the match through which they see it
     * @param walk for the participant: the match in which they may show it now, if there is one
     * @param shown whether they show it by their own wish
     * @param earlier what it said before, the last first; never for a volunteer
     * @param goals the reader's own, where the plan is theirs
     */
    record SectionFile(
            UUID plan,
            String hand,
            boolean open,
            @Nullable UUID through,
            @Nullable UUID walk,
            boolean shown,
            SectionLine section,
            List<PlanWording> earlier,
            List<LeadingGoal> goals) {

        public boolean own() {
            return hand.equals("PARTICIPANT");
        }

        /** Where the reader came from. */
        public String back() {
            return through == null ? "/plans/" + plan : "/plans/with/" + through;
        }
    }

    /**
     * What is seen of the open plan of whom a volunteer walks beside.
     *
     * @param plan absent where there is no open plan
     * @param mayBegin whether the section of this match is not there yet
     */
    record WalkPlan(UUID match, @Nullable UUID plan, boolean mayBegin, List<SectionLine> sections) {}
}

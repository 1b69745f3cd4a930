package org.troth.events.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.confidential.Sealed;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.plan.PlanEvent.PlanClosed;
import org.troth.events.plan.PlanEvent.PlanOpened;
import org.troth.events.plan.PlanEvent.PlanSectionBegun;
import org.troth.events.plan.PlanEvent.PlanSectionLedToGoals;
import org.troth.events.plan.PlanEvent.PlanSectionReworded;
import org.troth.events.plan.PlanEvent.PlanSectionShown;
import org.troth.events.plan.PlanEvent.PlanSectionShownNoMore;
import org.troth.events.plan.PlanEvent.PlanStepAdded;
import org.troth.events.plan.PlanEvent.PlanStepDone;
import org.troth.events.plan.PlanEvent.PlanStepNotDone;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;

/**
 * A plan as its own stream says that it stands; the answer holds as long as the precondition does.
 *
 * @param participant whose it is; absent for an unknown plan
 * @param openedAt absent for an unknown plan
 * @param closedAt absent while it is open
 * @param sections in the order in which they were begun
 */
public record JointPlan(
        PlanId plan,
        @Nullable ParticipantId participant,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        List<Section> sections,
        Precondition precondition) {

    /** The code of the section that the participant alone writes. */
    public static final String OWN = "own-words";

    /** The code of the section of whoever walks beside them; there is one for each match. */
    public static final String PEER = "peer-support";

    public JointPlan {
        sections = List.copyOf(sections);
    }

    /** How a step stands. */
    public enum State {
        TO_DO,
        DONE,
        NOT_DONE
    }

    /**
     * One section.
     *
     * @param match the match that a section of peer support belongs to
     * @param shownIn the match in which it is shown by the participant's wish; whether that match goes on is not said here
     * @param version how often it was worded, so that nobody overwrites what they have not seen
     */
    public record Section(
            PlanSectionId id,
            String discipline,
            @Nullable MatchId match,
            @Nullable MatchId shownIn,
            Sealed words,
            Hand writtenBy,
            Instant writtenAt,
            int version,
            List<GoalId> goals,
            List<Step> steps) {

        public Section {
            goals = List.copyOf(goals);
            steps = List.copyOf(steps);
        }

        /** Whether whoever walks beside the participant in this match sees it, while that match goes on. */
        public boolean isSeenIn(MatchId asked) {
            return asked.equals(match) || asked.equals(shownIn);
        }

        /** The match through which a volunteer sees it, if there is one. */
        public @Nullable MatchId through() {
            return match == null ? shownIn : match;
        }
    }

    /**
     * One step.
     *
     * @param version how often it was said whether it is done
     */
    public record Step(
            PlanStepId id,
            Sealed words,
            Hand doer,
            @Nullable LocalDate due,
            State state,
            int version) {}

    /** A function of the facts of its stream, in their order. */
    public static JointPlan of(PlanId plan, List<RecordedFact> facts) {
        @Nullable ParticipantId participant = null;
        @Nullable Instant openedAt = null;
        @Nullable Instant closedAt = null;
        Map<PlanSectionId, Drawn> sections = new LinkedHashMap<>();
        for (RecordedFact each : facts) {
            if (each.fact() instanceof PlanOpened fact) {
                participant = fact.participant();
                openedAt = each.recordedAt();
            } else if (each.fact() instanceof PlanSectionBegun fact) {
                sections.put(fact.section(), new Drawn(fact, each.recordedAt()));
            } else if (each.fact() instanceof PlanClosed) {
                closedAt = each.recordedAt();
            } else if (each.fact() instanceof PlanEvent fact) {
                sections.values().forEach(section -> section.take(fact, each.recordedAt()));
            }
        }
        return new JointPlan(
                plan,
                participant,
                openedAt,
                closedAt,
                sections.values().stream().map(Drawn::section).toList(),
                new Precondition(plan.toString(), facts.size() - 1L));
    }

    public boolean isOpen() {
        return participant != null && closedAt == null;
    }

    public Optional<Section> section(PlanSectionId id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The section that this step stands in. */
    public Optional<Section> sectionOf(PlanStepId step) {
        return sections.stream()
                .filter(each -> each.steps().stream().anyMatch(one -> one.id().equals(step)))
                .findFirst();
    }

    /** A section while its facts are read. */
    private static final class Drawn {

        private final PlanSectionBegun begun;
        private final Map<PlanStepId, Step> steps = new LinkedHashMap<>();
        private @Nullable MatchId shownIn;
        private Sealed words;
        private Hand by;
        private Instant at;
        private int version = 1;
        private List<GoalId> goals = new ArrayList<>();

        Drawn(PlanSectionBegun begun, Instant at) {
            this.begun = begun;
            this.words = begun.words();
            this.by = begun.by();
            this.at = at;
        }

        void take(PlanEvent fact, Instant when) {
            if (fact instanceof PlanSectionReworded reworded && isOf(reworded.section())) {
                words = reworded.words();
                by = reworded.by();
                at = when;
                version++;
            } else if (fact instanceof PlanSectionLedToGoals led && isOf(led.section())) {
                goals = led.goals();
            } else if (fact instanceof PlanSectionShown shown && isOf(shown.section())) {
                shownIn = shown.match();
            } else if (fact instanceof PlanSectionShownNoMore hidden && isOf(hidden.section())) {
                shownIn = null;
            } else if (fact instanceof PlanStepAdded added && isOf(added.section())) {
                steps.put(
                        added.step(), new Step(added.step(), added.words(), added.doer(), added.due(), State.TO_DO, 0));
            } else if (fact instanceof PlanStepDone done && isOf(done.section())) {
                marked(done.step(), State.DONE);
            } else if (fact instanceof PlanStepNotDone not && isOf(not.section())) {
                marked(not.step(), State.NOT_DONE);
            }
        }

        private boolean isOf(PlanSectionId section) {
            return begun.section().equals(section);
        }

        private void marked(PlanStepId id, State state) {
            steps.computeIfPresent(
                    id, (same, step) -> new Step(id, step.words(), step.doer(), step.due(), state, step.version() + 1));
        }

        Section section() {
            return new Section(
                    begun.section(),
                    begun.discipline(),
                    begun.match(),
                    shownIn,
                    words,
                    by,
                    at,
                    version,
                    goals,
                    List.copyOf(steps.values()));
        }
    }
}

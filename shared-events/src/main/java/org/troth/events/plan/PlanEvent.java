package org.troth.events.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.GoalId;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.Recorded;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/**
 * What several people plan together with a participant. Each section has a key of its own: its words and those of its steps are
 * sealed for the section and for nothing else, so that one section is opened, withheld or erased without the others.
 */
public sealed interface PlanEvent extends Fact {

    PlanId plan();

    ParticipantId participant();

    /** In which part somebody writes in a plan, or is to do a step of it. */
    enum Hand {
        PARTICIPANT,
        VOLUNTEER,
        COORDINATOR
    }

    /** Why a plan goes no further. */
    enum Ending {
        DECIDED,
        SUPPORT_ENDED
    }

    /** A coordinator opened it with the participant. */
    @Recorded(as = "plan-opened", revision = 1)
    record PlanOpened(PlanId plan, ParticipantId participant, Law law) implements PlanEvent {}

    /**
     * The first words of a section were written.
     *
     * @param discipline whose field it is, as a code of the programme
     * @param match the match that a section of peer support belongs to; absent for every other one
     * @param by who wrote it
     */
    @Recorded(as = "plan-section-begun", revision = 1)
    record PlanSectionBegun(
            PlanId plan,
            ParticipantId participant,
            PlanSectionId section,
            String discipline,
            @Nullable MatchId match,
            Hand by,

            @Under(value = Words.PLAN_SECTION, owner = "section")
            Sealed words,

            Law law)
            implements PlanEvent {}

    /** It was put in other words: from here on these hold, and every earlier ones stay. */
    @Recorded(as = "plan-section-reworded", revision = 1)
    record PlanSectionReworded(
            PlanId plan,
            ParticipantId participant,
            PlanSectionId section,
            Hand by,

            @Under(value = Words.PLAN_SECTION, owner = "section")
            Sealed words)
            implements PlanEvent {}

    /**
     * The participant said towards which of their goals a section leads: towards these and no others.
     *
     * @param goals by identifier alone; what they say stays where it is
     */
    @Recorded(as = "plan-section-led-to-goals", revision = 1)
    record PlanSectionLedToGoals(PlanId plan, ParticipantId participant, PlanSectionId section, List<GoalId> goals)
            implements PlanEvent {

        public PlanSectionLedToGoals {
            goals = List.copyOf(goals);
        }
    }

    /** The participant shows a section to whoever walks beside them in this match, and to nobody who comes after. */
    @Recorded(as = "plan-section-shown", revision = 1)
    record PlanSectionShown(
            PlanId plan,
            ParticipantId participant,
            PlanSectionId section,
            VolunteerId volunteer,
            MatchId match,
            Law law)
            implements PlanEvent {}

    /** From here on they show it to nobody; no reason is asked for or kept. */
    @Recorded(as = "plan-section-shown-no-more", revision = 1)
    record PlanSectionShownNoMore(
            PlanId plan, ParticipantId participant, PlanSectionId section, VolunteerId volunteer, MatchId match)
            implements PlanEvent {}

    /**
     * A step was put into a section.
     *
     * @param by who put it there
     * @param doer who is to do it
     * @param due by which day, in the programme's time zone; absent where no day was said
     */
    @Recorded(as = "plan-step-added", revision = 1)
    record PlanStepAdded(
            PlanId plan,
            ParticipantId participant,
            PlanSectionId section,
            PlanStepId step,
            Hand by,
            Hand doer,
            @Nullable LocalDate due,

            @Under(value = Words.PLAN_STEP, owner = "section")
            Sealed words)
            implements PlanEvent {}

    /** It was said that a step is done. */
    @Recorded(as = "plan-step-done", revision = 1)
    record PlanStepDone(PlanId plan, ParticipantId participant, PlanSectionId section, PlanStepId step, Hand by)
            implements PlanEvent {}

    /** It was said that a step is not done; of nobody that they failed, and no reason is asked for or kept. */
    @Recorded(as = "plan-step-not-done", revision = 1)
    record PlanStepNotDone(PlanId plan, ParticipantId participant, PlanSectionId section, PlanStepId step, Hand by)
            implements PlanEvent {}

    /** It goes no further. Whose wish it was is not kept. */
    @Recorded(as = "plan-closed", revision = 1)
    record PlanClosed(PlanId plan, ParticipantId participant, Ending ending, Law law) implements PlanEvent {}
}

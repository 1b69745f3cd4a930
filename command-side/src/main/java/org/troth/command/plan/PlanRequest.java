package org.troth.command.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about plans, as JSON and as forms. */
interface PlanRequest {

    /** With whom a plan is opened. */
    record NewPlan(@Nullable String participant) {}

    /**
     * The first words of a section.
     *
     * @param discipline whose field it is, as a code
     * @param match for peer support: the match it belongs to
     * @param words at most 4000 characters
     */
    record NewSection(
            @Nullable String discipline,
            @Nullable String match,
            @Nullable String words) {}

    /**
     * A section in other words; every earlier wording stays on the record.
     *
     * @param version the version that was read before; refused when there is a newer one
     */
    record SectionEdit(@Nullable String words, @Nullable String version) {}

    /** The goals of their own towards which it leads, at most ten; none takes back what was said before. */
    record SectionGoals(@Nullable List<@Nullable String> goals) {}

    /** The match in which it is shown to whoever walks beside them. */
    record SectionShowing(@Nullable String match) {}

    /**
     * A step.
     *
     * @param words what is to be done, at most 500 characters
     * @param doer who is to do it
     * @param due by which day; may be left out
     */
    record NewStep(
            @Nullable String words,
            @Nullable String doer,
            @Nullable String due) {}

    /** The version of the step that was read before; refused when there is a newer one. */
    record StepMark(@Nullable String version) {}
}

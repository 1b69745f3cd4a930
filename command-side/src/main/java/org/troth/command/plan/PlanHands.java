package org.troth.command.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.JointPlan.Section;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.recording.Precondition;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * Finds out in which part somebody acts in a plan: it is theirs, they work for the programme, or they walk beside whose it is
 * and see the section. To everybody else it is not there, and that they tried is on the record.
 */
@Component
class PlanHands {

    /** Refused because they have no part in this plan, or none in this section. */
    private static final String NO_PART = "plan-no-part";

    /**
     * Who acts.
     *
     * @param plan as it stands at this moment
     * @param provided what their part hangs on, the plan itself among it
     */
    record Writer(Hand hand, JointPlan plan, ParticipantId participant, List<Precondition> provided) {}

    private final RecordedPlans plans;
    private final Permits permits;
    private final MatchInForce matches;
    private final VolunteerStanding volunteers;
    private final Clock clock;

    PlanHands(RecordedPlans plans, Permits permits, MatchInForce matches, VolunteerStanding volunteers, Clock clock) {
        this.plans = plans;
        this.permits = permits;
        this.matches = matches;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** In the plan as a whole; a volunteer through this match, if it is the one they walk in. */
    Writer inPlan(Asked asked, String route, PlanId id, @Nullable MatchId match) {
        return in(asked, route, plans.of(id), true, match);
    }

    /** In one section; a volunteer through the match in which it is seen. */
    Writer inSection(Asked asked, String route, PlanId id, PlanSectionId section) {
        JointPlan plan = plans.of(id);
        Section found = plan.section(section).orElse(null);
        return in(asked, route, plan, found != null, found == null ? null : found.through());
    }

    /** Whose plan it is, with their own account; nobody speaks for them. */
    Writer self(Asked asked, String route, PlanId id, PlanSectionId section) {
        Writer writer = inSection(asked, route, id, section);
        if (writer.hand() != Hand.PARTICIPANT) {
            throw permits.refuse(asked, route, writer.participant().value(), NO_PART);
        }
        return writer;
    }

    /** A coordinator. */
    Writer coordinator(Asked asked, String route, PlanId id) {
        JointPlan plan = plans.of(id);
        ParticipantId participant = plan.participant();
        permits.coordinator(asked, route, participant == null ? null : participant.value());
        if (participant == null) {
            throw new NotOnRecord();
        }
        return new Writer(Hand.COORDINATOR, plan, participant, List.of(plan.precondition()));
    }

    private Writer in(Asked asked, String route, JointPlan plan, boolean there, @Nullable MatchId match) {
        ParticipantId participant = plan.participant();
        UUID person = participant == null ? null : participant.value();
        if (participant != null && there) {
            if (asked.actor().is(Role.PARTICIPANT) && permits.isSelf(asked, person)) {
                List<Precondition> themselves = new ArrayList<>(
                        permits.asThemselves(asked, route, person).preconditions());
                themselves.add(plan.precondition());
                return new Writer(Hand.PARTICIPANT, plan, participant, themselves);
            }
            if (asked.actor().is(Role.COORDINATOR)) {
                return new Writer(Hand.COORDINATOR, plan, participant, List.of(plan.precondition()));
            }
            List<Precondition> beside = match == null || !plan.isOpen() ? null : beside(asked, participant, match);
            if (beside != null) {
                beside.add(plan.precondition());
                return new Writer(Hand.VOLUNTEER, plan, participant, beside);
            }
        } else if (asked.actor().is(Role.COORDINATOR)) {
            throw new NotOnRecord();
        }
        throw permits.refuse(asked, route, person, NO_PART);
    }

    /** What it hangs on that they walk beside this participant in this match; null where they do not, or are not qualified. */
    private @Nullable List<Precondition> beside(Asked asked, ParticipantId participant, MatchId match) {
        Standing standing = matches.of(match);
        VolunteerId volunteer = standing.volunteer();
        if (volunteer == null
                || !standing.started()
                || !participant.equals(standing.participant())
                || !asked.actor().is(Role.VOLUNTEER)
                || !permits.isSelf(asked, volunteer.value())) {
            return null;
        }
        VolunteerStanding.Standing own = volunteers.of(volunteer, LocalDate.now(clock));
        if (!own.qualified()) {
            return null;
        }
        List<Precondition> provided = new ArrayList<>(standing.preconditions());
        provided.add(own.precondition());
        return provided;
    }
}

package org.troth.command.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.plan.PlanHands.Writer;
import org.troth.command.plan.PlanRequest.NewPlan;
import org.troth.command.plan.PlanRequest.NewSection;
import org.troth.command.plan.PlanRequest.NewStep;
import org.troth.command.plan.PlanRequest.SectionEdit;
import org.troth.command.plan.PlanRequest.SectionGoals;
import org.troth.command.plan.PlanRequest.SectionShowing;
import org.troth.command.plan.PlanRequest.StepMark;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Words;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.JointPlan.Section;
import org.troth.events.plan.PlanEvent.Ending;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Takes in what is asked about plans. Words are sealed for their section here, and each act is provided that the plan is as it was
 * found: what was taken back or closed meanwhile is not written to.
 */
@Component
class PlanDesk {

    private static final int LONGEST = 4000;
    private static final int LONGEST_STEP = 500;
    private static final int MOST_GOALS = 10;
    private static final int MOST_VERSIONS = 1_000_000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final PlanHands hands;
    private final RecordedPlans plans;
    private final MatchInForce matches;
    private final Enrolment enrolment;
    private final Streams streams;
    private final Sealer sealer;
    private final AddedWords added;

    PlanDesk(
            Dispatch dispatch,
            Permits permits,
            PlanHands hands,
            RecordedPlans plans,
            MatchInForce matches,
            Enrolment enrolment,
            Streams streams,
            Sealer sealer,
            AddedWords added) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.hands = hands;
        this.plans = plans;
        this.matches = matches;
        this.enrolment = enrolment;
        this.streams = streams;
        this.sealer = sealer;
        this.added = added;
    }

    /** The answer is the new plan's identifier. It is opened under the record that is followed. */
    Outcome open(Asked asked, NewPlan said) {
        String route = "POST /plans";
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        fields.check();
        permits.coordinator(asked, route, participant.get().value());
        permits.onRecord(participant.get(), ParticipantEvent.class);
        PlanId id = new PlanId(UUID.randomUUID());
        try {
            return act(asked, What.of(route, participant.get()), () -> {
                SamePerson person = SamePerson.of(participant.get(), streams);
                Enrolment.Standing standing = enrolment.of(person.kept());
                return new Intent(
                        new OpenPlan(id, person.kept(), standing),
                        unit(asked)
                                .provided(person.preconditions())
                                .provided(standing.precondition())
                                .taking(plans.claim(person.kept())),
                        id.toString());
            });
        } catch (ClaimTaken taken) {
            throw taken.kind() == TagKind.OPEN_PLAN ? PlanRefused.openAlready() : taken;
        }
    }

    /** The answer is the new section's identifier. */
    Outcome begin(Asked asked, PlanId id, NewSection said) {
        String route = "POST /plans/{id}/sections";
        MatchId named = match(said.match());
        hands.inPlan(asked, route, id, named);
        Fields fields = new Fields();
        var discipline = fields.code("discipline", said.discipline(), CodeList.DISCIPLINE);
        boolean peer = JointPlan.PEER.equals(discipline.orNull());
        var match = peer ? fields.id("match", said.match(), MatchId::new) : fields.idIfAny("match", null, MatchId::new);
        var words = fields.text("words", said.words(), LONGEST);
        fields.check();
        PlanSectionId section = new PlanSectionId(UUID.randomUUID());
        return act(asked, What.of(route, id, discipline.get(), match.orNull(), words.get()), () -> {
            Writer writer = hands.inPlan(asked, route, id, named);
            Unit unit = adding(asked, writer);
            MatchId through = match.orNull();
            Standing standing = through == null ? null : matches.of(through);
            if (standing != null) {
                standing.preconditions().forEach(unit::provided);
            }
            return new Intent(
                    new BeginSection(
                            id,
                            section,
                            discipline.get(),
                            through,
                            standing,
                            writer.hand(),
                            sealed(Words.PLAN_SECTION, section, writer, words.get())),
                    unit,
                    section.toString());
        });
    }

    Outcome reword(Asked asked, PlanId id, PlanSectionId section, SectionEdit said) {
        String route = "POST /plans/{id}/sections/{section}/wording";
        hands.inSection(asked, route, id, section);
        Fields fields = new Fields();
        var words = fields.text("words", said.words(), LONGEST);
        var version = fields.number("version", said.version(), 1, MOST_VERSIONS);
        fields.check();
        return act(asked, What.of(route, id, section, version.get(), words.get()), () -> {
            Writer writer = hands.inSection(asked, route, id, section);
            return new Intent(
                    new RewordSection(
                            id,
                            section,
                            version.get(),
                            writer.hand(),
                            sealed(Words.PLAN_SECTION, section, writer, words.get())),
                    adding(asked, writer),
                    section.toString());
        });
    }

    /** Only goals of whoever asks; of a foreign one and of an unknown one the answer is the same. */
    Outcome lead(Asked asked, PlanId id, PlanSectionId section, SectionGoals said) {
        String route = "POST /plans/{id}/sections/{section}/goals";
        hands.self(asked, route, id, section);
        Fields fields = new Fields();
        List<Fields.Read<GoalId>> read = new ArrayList<>();
        List<@Nullable String> named = said.goals() == null ? List.of() : said.goals();
        if (named.size() > MOST_GOALS) {
            fields.refuse("goals", "too-many", Phrase.of("command.dispatch.most", MOST_GOALS));
        } else {
            named.forEach(each -> read.add(fields.id("goals", each, GoalId::new)));
        }
        for (Fields.Read<GoalId> each : read) {
            GoalId goal = each.orNull();
            if (goal != null && !isTheirs(asked, goal)) {
                fields.refuse("goals", "unknown", Phrase.of("command.plan.refused.goal-unknown"));
            }
        }
        fields.check();
        LinkedHashSet<GoalId> goals = new LinkedHashSet<>();
        read.forEach(each -> goals.add(each.get()));
        return act(asked, What.of(route, id, section, List.copyOf(goals)), () -> {
            Writer writer = hands.self(asked, route, id, section);
            return new Intent(
                    new LeadToGoals(id, section, List.copyOf(goals)), unit(asked, writer), section.toString());
        });
    }

    private boolean isTheirs(Asked asked, GoalId goal) {
        for (RecordedFact each : streams.read(goal.toString(), 0)) {
            if (each.fact() instanceof GoalSet set) {
                return permits.isSelf(asked, set.participant().value());
            }
        }
        return false;
    }

    /** Whose match it is, the plan itself asks. */
    Outcome show(Asked asked, PlanId id, PlanSectionId section, SectionShowing said) {
        String route = "POST /plans/{id}/sections/{section}/showing";
        hands.self(asked, route, id, section);
        Fields fields = new Fields();
        var match = fields.id("match", said.match(), MatchId::new);
        fields.check();
        return act(asked, What.of(route, id, section, match.get()), () -> {
            Writer writer = hands.self(asked, route, id, section);
            Standing standing = matches.of(match.get());
            Unit unit = unit(asked, writer);
            standing.preconditions().forEach(unit::provided);
            return new Intent(new ShowSection(id, section, match.get(), standing), unit, section.toString());
        });
    }

    Outcome showNoMore(Asked asked, PlanId id, PlanSectionId section) {
        String route = "POST /plans/{id}/sections/{section}/hiding";
        hands.self(asked, route, id, section);
        return act(
                asked,
                What.of(route, id, section),
                () -> new Intent(
                        new ShowSectionNoMore(id, section),
                        unit(asked, hands.self(asked, route, id, section)),
                        section.toString()));
    }

    /** The answer is the new step's identifier. */
    Outcome addStep(Asked asked, PlanId id, PlanSectionId section, NewStep said) {
        String route = "POST /plans/{id}/sections/{section}/steps";
        hands.inSection(asked, route, id, section);
        Fields fields = new Fields();
        var words = fields.text("words", said.words(), LONGEST_STEP);
        var doer = fields.choice("doer", said.doer(), Hand.class);
        var due = fields.dayIfAny("due", said.due());
        fields.check();
        PlanStepId step = new PlanStepId(UUID.randomUUID());
        return act(asked, What.of(route, id, section, doer.get(), due.orNull(), words.get()), () -> {
            Writer writer = hands.inSection(asked, route, id, section);
            return new Intent(
                    new AddStep(
                            id,
                            section,
                            step,
                            writer.hand(),
                            doer.get(),
                            due.orNull(),
                            sealed(Words.PLAN_STEP, section, writer, words.get())),
                    adding(asked, writer),
                    step.toString());
        });
    }

    /** The answer is the section. */
    Outcome done(Asked asked, PlanId id, PlanStepId step, StepMark said) {
        return mark(asked, "POST /plans/{id}/steps/{step}/done", id, step, said, true);
    }

    /** The answer is the section. */
    Outcome notDone(Asked asked, PlanId id, PlanStepId step, StepMark said) {
        return mark(asked, "POST /plans/{id}/steps/{step}/not-done", id, step, said, false);
    }

    private Outcome mark(Asked asked, String route, PlanId id, PlanStepId step, StepMark said, boolean done) {
        PlanSectionId section = plans.of(id)
                .sectionOf(step)
                .map(Section::id)
                // An unknown step stands in no section of anybody.
                .orElseGet(() -> new PlanSectionId(step.value()));
        hands.inSection(asked, route, id, section);
        Fields fields = new Fields();
        var version = fields.number("version", said.version(), 0, MOST_VERSIONS);
        fields.check();
        return act(asked, What.of(route, id, step, version.get()), () -> {
            Writer writer = hands.inSection(asked, route, id, section);
            return new Intent(
                    new MarkStep(id, step, done, version.get(), writer.hand()),
                    unit(asked, writer),
                    section.toString());
        });
    }

    /** Asks for nobody's consent and for no reason. */
    Outcome close(Asked asked, PlanId id) {
        String route = "POST /plans/{id}/closing";
        hands.coordinator(asked, route, id);
        return act(asked, What.of(route, id), () -> {
            Writer writer = hands.coordinator(asked, route, id);
            return new Intent(
                    new ClosePlan(id, Ending.DECIDED),
                    unit(asked, writer).releasing(plans.claim(writer.participant())),
                    id.toString());
        });
    }

    /** For whom the form of a new section may be opened; which ones they may begin. */
    Hand mayOpenForm(Asked asked, String route, PlanId id, @Nullable String match) {
        return hands.inPlan(asked, route, id, match(match)).hand();
    }

    /** For whom a form about this section may be opened, which shows nothing of it. */
    void mayOpenForm(Asked asked, String route, PlanId id, PlanSectionId section) {
        hands.inSection(asked, route, id, section);
    }

    private static @Nullable MatchId match(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Permits.named(text.strip(), MatchId::new);
        } catch (NotOnRecord noIdentifier) {
            return null;
        }
    }

    private Sealed sealed(Words kind, PlanSectionId section, Writer writer, String words) {
        return sealer.sealApart(kind, section.value(), writer.participant().value(), words);
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    private static Unit unit(Asked asked) {
        return new Unit(asked.actor(), asked.request());
    }

    /** Nobody but the person adds words to their plan once they have said No to support. */
    private Unit adding(Asked asked, Writer writer) {
        Unit unit = unit(asked, writer);
        return writer.hand() == Hand.PARTICIPANT ? unit : added.mayAllBeAdded(unit, writer.participant(), "words");
    }

    private static Unit unit(Asked asked, Writer writer) {
        return unit(asked).provided(writer.provided());
    }
}

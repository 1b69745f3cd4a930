package org.troth.query.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.JointPlan.Section;
import org.troth.events.plan.JointPlan.Step;
import org.troth.events.plan.JointPlans;
import org.troth.events.plan.PlanEvent.Hand;
import org.troth.events.recording.Overtaken;
import org.troth.query.plan.PlanPages.LeadingGoal;
import org.troth.query.plan.PlanPages.OwnPlans;
import org.troth.query.plan.PlanPages.PlanFile;
import org.troth.query.plan.PlanPages.PlanLine;
import org.troth.query.plan.PlanPages.PlanList;
import org.troth.query.plan.PlanPages.PlanWording;
import org.troth.query.plan.PlanPages.SectionFile;
import org.troth.query.plan.PlanPages.SectionLine;
import org.troth.query.plan.PlanPages.StepLine;
import org.troth.query.plan.PlanPages.WalkPlan;
import org.troth.query.plan.PlanViews.GoalRow;
import org.troth.query.plan.PlanViews.Pair;
import org.troth.query.plan.PlanViews.WordingRow;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/**
 * Shows plans. What one says, and to whom a section is shown, its own stream is asked: several people write in it, so that what is
 * read with its version is what holds. Each section is opened by itself, and none that the reader does not see.
 */
@Component
class PlanReader {

    private static final int WORDINGS = 20;
    private static final int GOALS = 20;
    private static final int ATTEMPTS = 3;

    private final PlanViews views;
    private final JointPlans plans;
    private final Records records;
    private final Reading reading;

    PlanReader(PlanViews views, JointPlans plans, Records records, Reading reading) {
        this.views = views;
        this.plans = plans;
        this.records = records;
        this.reading = reading;
    }

    /** One's own, under whichever record. */
    OwnPlans own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        List<UUID> all = records.of(self);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        reading.show(visit, portion);
        return new OwnPlans(views.of(all));
    }

    /** Those of one participant, under whichever of their records. */
    PlanList of(Visit visit, UUID participant) {
        if (!views.isParticipant(participant)) {
            throw reading.hidden(visit, null, "unknown");
        }
        List<UUID> all = records.of(participant);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        reading.show(visit, portion);
        return new PlanList(participant, views.of(all));
    }

    /** One, whole: for whose it is, and for whoever does the work. */
    PlanFile one(Visit visit, UUID id) {
        JointPlan plan = plans.of(new PlanId(id));
        UUID participant = whose(visit, plan);
        Hand hand = hand(visit, participant);
        UUID walk = views.walkOf(participant).orElse(null);
        Portion portion = new Portion().participant(participant);
        plan.sections().forEach(each -> portion.apart(participant, words(each)));
        Opened opened = reading.show(visit, portion);
        return new PlanFile(
                hand.name(),
                participant,
                line(plan),
                walk,
                plan.isOpen()
                        && (hand == Hand.COORDINATOR
                                || plan.sections().stream()
                                        .noneMatch(each -> each.discipline().equals(JointPlan.OWN))),
                plan.sections().stream()
                        .map(each -> line(plan, each, hand, walk, opened))
                        .toList());
    }

    /** One section by itself, and none of the others. */
    SectionFile section(Visit visit, UUID id, UUID section) {
        return again(() -> sectionNow(visit, new PlanId(id), new PlanSectionId(section)));
    }

    private SectionFile sectionNow(Visit visit, PlanId id, PlanSectionId asked) {
        JointPlan plan = plans.of(id);
        UUID participant = whose(visit, plan);
        Section section = plan.section(asked).orElse(null);
        if (section == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        MatchId through = section.through();
        if (!visit.actor().is(Role.COORDINATOR) && !reading.isSelf(visit, participant)) {
            if (!plan.isOpen() || through == null || !seesThrough(visit, participant, through)) {
                throw reading.hidden(visit, participant, "own-record");
            }
            Portion portion = new Portion()
                    .through(through.value(), SubjectKind.PARTICIPANT, participant)
                    .apart(participant, words(section))
                    .provided(plan.precondition());
            Opened opened = reading.show(visit, portion);
            SectionLine line = line(plan, section, Hand.VOLUNTEER, through.value(), opened);
            return new SectionFile(
                    id.value(), Hand.VOLUNTEER.name(), true, through.value(), null, false, line, List.of(), List.of());
        }
        Hand hand = hand(visit, participant);
        UUID walk = views.walkOf(participant).orElse(null);
        List<WordingRow> wordings = views.wordingsOf(asked.value(), WORDINGS).stream()
                .filter(each -> !Objects.equals(section.words(), each.words()))
                .toList();
        List<GoalRow> goals = hand == Hand.PARTICIPANT ? views.goalsOf(records.of(participant), GOALS) : List.of();
        Portion portion = new Portion().participant(participant).apart(participant, words(section));
        wordings.forEach(each -> portion.apart(participant, each.words()));
        goals.forEach(each -> portion.participant(each.participant(), each.words()));
        Opened opened = reading.show(visit, portion);
        Set<UUID> chosen = new HashSet<>();
        section.goals().forEach(each -> chosen.add(each.value()));
        return new SectionFile(
                id.value(),
                hand.name(),
                plan.isOpen(),
                null,
                walk,
                section.shownIn() != null,
                line(plan, section, hand, walk, opened),
                wordings.stream()
                        .map(each -> new PlanWording(each.writtenAt(), each.writtenBy(), opened.say(each.words())))
                        .toList(),
                goals.stream()
                        .map(each -> new LeadingGoal(
                                each.id(), each.about(), opened.say(each.words()), chosen.contains(each.id())))
                        .toList());
    }

    /** What whoever walks beside somebody sees of their open plan, while the match goes on. */
    WalkPlan with(Visit visit, UUID match) {
        Pair pair = views.pairOf(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        if (!pair.volunteer().equals(visit.actor().person())) {
            throw reading.hidden(visit, pair.participant(), "own-record");
        }
        if (!seesThrough(visit, pair.participant(), new MatchId(match))) {
            throw reading.hidden(visit, pair.participant(), "match-ended");
        }
        return again(() -> withNow(visit, new MatchId(match), pair.participant()));
    }

    private WalkPlan withNow(Visit visit, MatchId match, UUID participant) {
        Portion portion = new Portion().through(match.value(), SubjectKind.PARTICIPANT, participant);
        JointPlan plan = views.openOf(participant)
                .map(each -> plans.of(new PlanId(each)))
                .filter(JointPlan::isOpen)
                .orElse(null);
        if (plan == null) {
            reading.show(visit, portion);
            return new WalkPlan(match.value(), null, false, List.of());
        }
        List<Section> seen =
                plan.sections().stream().filter(each -> each.isSeenIn(match)).toList();
        seen.forEach(each -> portion.apart(participant, words(each)));
        Opened opened = reading.show(visit, portion.provided(plan.precondition()));
        return new WalkPlan(
                match.value(),
                plan.plan().value(),
                plan.sections().stream().noneMatch(each -> match.equals(each.match())),
                seen.stream()
                        .map(each -> line(plan, each, Hand.VOLUNTEER, match.value(), opened))
                        .toList());
    }

    /** Something was done about it between question and append: ask again. */
    private static <T> T again(Supplier<T> look) {
        for (int attempt = 1; ; attempt++) {
            try {
                return look.get();
            } catch (Overtaken overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    private UUID whose(Visit visit, JointPlan plan) {
        if (plan.participant() == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        return plan.participant().value();
    }

    private Hand hand(Visit visit, UUID participant) {
        if (reading.isSelf(visit, participant)) {
            return Hand.PARTICIPANT;
        }
        if (visit.actor().is(Role.COORDINATOR)) {
            return Hand.COORDINATOR;
        }
        throw reading.hidden(visit, participant, "own-record");
    }

    private boolean seesThrough(Visit visit, UUID participant, MatchId match) {
        return reading.permits(
                visit,
                new Look.Shown(
                        participant, SubjectKind.PARTICIPANT, Set.of(DataClass.IDENTITY), Set.of(), match, null, 1));
    }

    private static @Nullable Sealed[] words(Section section) {
        List<Sealed> words = new ArrayList<>();
        words.add(section.words());
        section.steps().forEach(each -> words.add(each.words()));
        return words.toArray(Sealed[]::new);
    }

    private static PlanLine line(JointPlan plan) {
        if (plan.openedAt() == null) {
            throw new IllegalStateException("a plan of somebody that was never opened");
        }
        return new PlanLine(plan.plan().value(), plan.isOpen() ? "OPEN" : "CLOSED", plan.openedAt(), plan.closedAt());
    }

    private static SectionLine line(JointPlan plan, Section section, Hand hand, @Nullable UUID walk, Opened opened) {
        return new SectionLine(
                section.id().value(),
                section.discipline(),
                opened.say(section.words()),
                section.writtenBy().name(),
                section.writtenAt(),
                section.version(),
                plan.isOpen() && walk != null && section.isSeenIn(new MatchId(walk)),
                hand == Hand.VOLUNTEER ? null : section.goals().size(),
                plan.isOpen() && mayWrite(section.discipline(), hand),
                section.steps().stream()
                        .map(each -> line(plan, each, hand, opened))
                        .toList());
    }

    private static StepLine line(JointPlan plan, Step step, Hand hand, Opened opened) {
        return new StepLine(
                step.id().value(),
                opened.say(step.words()),
                step.doer().name(),
                step.due(),
                step.state().name(),
                step.version(),
                plan.isOpen() && (hand == Hand.COORDINATOR || hand == step.doer()));
    }

    /** What a page offers; what is done the plan itself decides. */
    private static boolean mayWrite(String discipline, Hand hand) {
        return switch (hand) {
            case PARTICIPANT -> discipline.equals(JointPlan.OWN);
            case VOLUNTEER -> discipline.equals(JointPlan.PEER);
            case COORDINATOR -> !discipline.equals(JointPlan.OWN);
        };
    }
}

package org.troth.command.disclosure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Throttle;
import org.troth.events.AccountId;
import org.troth.events.DisclosureId;
import org.troth.events.Fact;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.DisclosureEvent;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.PeopleSearched;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;

/**
 * No log, no look. Each look is decided, recorded in one append, and only then permitted; whatever goes wrong on the way
 * goes wrong for the caller too, and opens nothing.
 */
@Component
final class Gate implements Disclosing {

    private static final String STREAM = DisclosureEvent.STREAM;
    private static final int ATTEMPTS = 3;
    static final int MOST_REFUSALS = 30;
    static final Duration REFUSAL_WINDOW = Duration.ofMinutes(1);

    private static final int LONGEST_ROUTE = 120;
    private static final Pattern VALUE = Pattern.compile("[0-9a-fA-F]{8}-");

    private final Recording recording;
    private final Entitlements entitlements;
    private final Throttle<AccountId> throttle = new Throttle<>(MOST_REFUSALS, REFUSAL_WINDOW);

    Gate(Recording recording, Entitlements entitlements) {
        this.recording = recording;
        this.entitlements = entitlements;
    }

    @Override
    public Disclosure disclose(Look look) {
        String route = pattern(look.route());
        if (look.shown().isEmpty()) {
            return Disclosure.durableAt(-1, Map.of());
        }
        Collection<Shown> people = onePerPerson(look.shown());
        for (int attempt = 1; ; attempt++) {
            Unit unit = new Unit(look.actor(), look.request());
            look.provided().forEach(unit::provided);
            List<NewFact> facts = decided(look, route, people, unit);
            try {
                return Disclosure.durableAt(record(unit, facts), scope(people));
            } catch (Overtaken overtaken) {
                // What it rests on moved between question and append: ask again, so that an ended one opens nothing.
                if (attempt == ATTEMPTS || unit.preconditions().isEmpty()) {
                    throw overtaken;
                }
            }
        }
    }

    private List<NewFact> decided(Look look, String route, Collection<Shown> people, Unit unit) {
        DisclosureId id = new DisclosureId(UUID.randomUUID());
        List<NewFact> facts = new ArrayList<>(people.size());
        for (Shown shown : people) {
            Entitlement entitlement = entitlements
                    .to(look.actor(), look.purpose(), shown)
                    .orElseThrow(() -> forbidden(look.actor(), route, shown.person(), "no-ground", look.request()));
            for (Precondition each : entitlement.preconditions()) {
                if (!unit.preconditions().contains(each)) {
                    unit.provided(each);
                }
            }
            facts.add(fact(
                    id,
                    facts.size(),
                    new RecordDisclosed(
                            id,
                            look.actor().account(),
                            entitlement.role(),
                            look.purpose(),
                            route,
                            shown.person(),
                            shown.kind(),
                            shown.classes(),
                            entitlement.ground(),
                            entitlement.relation(),
                            entitlement.consentId(),
                            entitlement.consentSequence(),
                            shown.rows(),
                            null)));
        }
        return facts;
    }

    @Override
    public Disclosure search(
            Actor actor,
            PurposeOfUse purpose,
            String route,
            SubjectKind scope,
            Set<DataClass> classes,
            Set<UUID> people,
            UUID request) {
        String pattern = pattern(route);
        Entitlement entitlement = entitlements
                .toSearch(actor, purpose, scope, classes)
                .orElseThrow(() -> forbidden(actor, pattern, null, "no-search", request));
        long position = one(
                actor,
                request,
                id -> new PeopleSearched(
                        id, actor.account(), entitlement.role(), purpose, pattern, scope, classes, people.size()));
        Map<UUID, Set<Words>> opened = new HashMap<>();
        Set<Words> words = Words.of(classes);
        people.forEach(person -> opened.put(person, words));
        return Disclosure.durableAt(position, opened);
    }

    @Override
    public void logRead(
            Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
        String pattern = pattern(route);
        Role role = entitlements
                .toLog(actor, purpose, subject)
                .orElseThrow(() -> forbidden(actor, pattern, subject, "no-log", request));
        one(actor, request, id -> new LogRead(id, actor.account(), role, purpose, pattern, subject, results));
    }

    @Override
    public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
        Optional<Duration> wait = throttle.tooOften(actor.account());
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
        String pattern = pattern(route);
        one(actor, request, id -> new LookRefused(id, actor.account(), pattern, subject, rule));
    }

    @Override
    public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Shown shown) {
        return entitlements.to(actor, purpose, shown).map(Entitlement::ground);
    }

    private LookForbidden forbidden(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
        refused(actor, route, subject, rule, request);
        return new LookForbidden(rule);
    }

    private long one(Actor actor, UUID request, Function<DisclosureId, Fact> fact) {
        DisclosureId id = new DisclosureId(UUID.randomUUID());
        return record(new Unit(actor, request), List.of(fact(id, 0, fact.apply(id))));
    }

    /** To whoever asked, a look that may have come onto the record is one that did not: nothing was shown. */
    private long record(Unit unit, List<NewFact> facts) {
        try {
            return recording.record(unit, facts);
        } catch (RecordUnavailable e) {
            throw e.mayBeRecorded() ? new RecordUnavailable(e) : e;
        }
    }

    private static NewFact fact(DisclosureId id, int sequence, Fact fact) {
        return new NewFact(STREAM, id.toString(), sequence, fact);
    }

    /** One entry per person, however many parts of the page show them. */
    private static Collection<Shown> onePerPerson(List<Shown> shown) {
        if (shown.size() == 1) {
            return shown;
        }
        Map<UUID, Shown> people = new LinkedHashMap<>();
        for (Shown each : shown) {
            people.merge(each.person(), each, Gate::together);
        }
        return people.values();
    }

    private static Shown together(Shown one, Shown more) {
        if (one.kind() != more.kind()) {
            throw new IllegalArgumentException("one person is of one kind");
        }
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        classes.addAll(one.classes());
        classes.addAll(more.classes());
        Set<Words> words = EnumSet.noneOf(Words.class);
        words.addAll(one.words());
        words.addAll(more.words());
        Map<UUID, Set<Words>> apart = new HashMap<>(one.apart());
        more.apart()
                .forEach((thing, kinds) -> apart.merge(thing, kinds, (these, those) -> {
                    Set<Words> both = EnumSet.noneOf(Words.class);
                    both.addAll(these);
                    both.addAll(those);
                    return both;
                }));
        return new Shown(
                one.person(),
                one.kind(),
                classes,
                words,
                one.match() == null ? more.match() : one.match(),
                one.consent() == null ? more.consent() : one.consent(),
                one.referral() == null ? more.referral() : one.referral(),
                one.rows() + more.rows(),
                apart);
    }

    private static Map<UUID, Set<Words>> scope(Collection<Shown> people) {
        Map<UUID, Set<Words>> scope = new HashMap<>();
        people.forEach(shown -> {
            scope.putAll(shown.apart());
            scope.put(shown.person(), shown.words());
        });
        return scope;
    }

    /** A route is a pattern of ours; a value in it would be a word or an identifier where none belongs. */
    private static String pattern(String route) {
        boolean plain = route.length() <= LONGEST_ROUTE
                && route.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || " /{}*._-".indexOf(c) >= 0);
        if (!plain || VALUE.matcher(route).find()) {
            throw new IllegalArgumentException("a route is named by its pattern");
        }
        return route;
    }
}

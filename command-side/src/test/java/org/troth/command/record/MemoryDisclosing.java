package org.troth.command.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.RecordUnavailable;

/** A gate that lets coordinators look, people at themselves and at the other side of a match, and agencies at what they were sent; keeps a list of what it was asked. */
public final class MemoryDisclosing implements Disclosing {

    private final List<Look> looks = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private boolean forbidding;
    private boolean unavailable;

    /** Every look that was permitted. */
    public List<Look> looks() {
        return List.copyOf(looks);
    }

    /** Every refusal, as route, subject and rule. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** From now on neither a look nor a refusal can be recorded, or they can again. */
    public void unavailable(boolean now) {
        unavailable = now;
    }

    /** From now on nobody may look, or those who may do again. */
    public void forbidding(boolean now) {
        forbidding = now;
    }

    @Override
    public Disclosure disclose(Look look) {
        check();
        if (forbidding) {
            throw new LookForbidden("no-ground");
        }
        UUID self = look.actor().person();
        if (!look.actor().is(Role.COORDINATOR)
                && !look.shown().stream()
                        .allMatch(each -> each.match() != null
                                || each.referral() != null
                                || each.person().equals(self))) {
            throw new LookForbidden("role");
        }
        looks.add(look);
        Map<UUID, Set<Words>> scope = new HashMap<>();
        look.shown()
                .forEach(shown -> scope.computeIfAbsent(shown.person(), person -> EnumSet.noneOf(Words.class))
                        .addAll(shown.words()));
        look.shown().forEach(shown -> scope.putAll(shown.apart()));
        return Disclosure.durableAt(looks.size(), scope);
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
        throw new UnsupportedOperationException("nothing here searches");
    }

    @Override
    public void logRead(
            Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
        throw new UnsupportedOperationException("nothing here reads the log");
    }

    @Override
    public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
        check();
        refusals.add(route + " " + subject + " " + rule);
    }

    private void check() {
        if (unavailable) {
            throw new RecordUnavailable();
        }
    }

    @Override
    public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
        return actor.is(Role.COORDINATOR) ? Optional.of(Ground.ROLE) : Optional.empty();
    }
}

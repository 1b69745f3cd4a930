package org.troth.query.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/** A gate that lets through whom the roles let through, and keeps what it was asked in a list. */
public final class PretendGate implements Disclosing {

    private static final Set<DataClass> RUNNING = Set.of(DataClass.IDENTITY, DataClass.CONTACT);

    public final List<Look> looks = new ArrayList<>();
    public final List<Set<UUID>> searches = new ArrayList<>();
    public final List<String> logReads = new ArrayList<>();
    public final List<String> refusals = new ArrayList<>();
    public final Set<UUID> matched = new HashSet<>();

    /** Other records of whichever participant asks. */
    public final Set<UUID> alsoTheirs = new HashSet<>();

    public boolean down;

    public void forget() {
        looks.clear();
        searches.clear();
        logReads.clear();
        refusals.clear();
        alsoTheirs.clear();
        down = false;
    }

    private void mustBeUp() {
        if (down) {
            throw new RecordUnavailable();
        }
    }

    @Override
    public Disclosure disclose(Look look) {
        mustBeUp();
        looks.add(look);
        Map<UUID, Set<Words>> scope = new HashMap<>();
        for (Look.Shown shown : look.shown()) {
            if (groundFor(look.actor(), look.purpose(), shown).isEmpty()) {
                refused(look.actor(), look.route(), shown.person(), "no-ground", look.request());
                throw new LookForbidden("no-ground");
            }
            scope.putAll(shown.apart());
            scope.put(shown.person(), shown.words());
        }
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
        mustBeUp();
        searches.add(people);
        Map<UUID, Set<Words>> all = new HashMap<>();
        people.forEach(each -> all.put(each, Words.of(classes)));
        return Disclosure.durableAt(searches.size(), all);
    }

    @Override
    public void logRead(
            Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
        mustBeUp();
        if (!actor.is(Role.AUDITOR) && purpose != PurposeOfUse.PATRQT) {
            throw new LookForbidden("no-log");
        }
        logReads.add(route + " " + subject + " " + results);
    }

    @Override
    public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
        mustBeUp();
        refusals.add(route + " " + rule);
    }

    @Override
    public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
        if (shown.person().equals(actor.person())
                || (actor.is(Role.PARTICIPANT) && alsoTheirs.contains(shown.person()))) {
            return Optional.of(Ground.SELF);
        }
        if (shown.match() != null && matched.contains(shown.match().value())) {
            return Optional.of(Ground.MATCH);
        }
        boolean permitted = shown.kind() == SubjectKind.ACCOUNT
                ? actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR)
                : actor.is(Role.COORDINATOR)
                        && (purpose != PurposeOfUse.HOPERAT || RUNNING.containsAll(shown.classes()));
        return permitted ? Optional.of(Ground.ROLE) : Optional.empty();
    }
}

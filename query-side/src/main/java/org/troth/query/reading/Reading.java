package org.troth.query.reading;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ShownNames;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

/**
 * Stands between rows and words: admits by role, discloses exactly what is to be shown, and only then opens it. What may
 * not be seen and what does not exist are refused alike.
 */
@Component
public final class Reading {

    private static final Set<Words> NAMES = EnumSet.of(Words.PARTICIPANT_NAME, Words.VOLUNTEER_NAME);

    private final Disclosing disclosing;
    private final Opener opener;
    private final ShownNames names;

    Reading(Disclosing disclosing, Opener opener, ShownNames names) {
        this.disclosing = disclosing;
        this.opener = opener;
        this.names = names;
    }

    /** Admits an actor with one of these roles; anybody else's attempt is recorded and answered like an unknown page. */
    public Visit admit(Actor actor, PurposeOfUse purpose, RequestId request, String route, Role... roles) {
        Visit visit = new Visit(actor, purpose, route, request.value());
        for (Role role : roles) {
            if (actor.is(role)) {
                return visit;
            }
        }
        throw hidden(visit, null, "role");
    }

    /**
     * What to throw when there is nothing here for this actor, whether it exists or not; the refusal is recorded first.
     *
     * @param subject the person asked for, where the identifier named one
     */
    public LookForbidden hidden(Visit visit, @Nullable UUID subject, String rule) {
        disclosing.refused(visit.actor(), visit.route(), subject, rule, visit.request());
        return new LookForbidden(rule);
    }

    /**
     * Discloses this portion and opens it. Nothing is opened when the disclosure could not be recorded. Kinds of words that
     * the purpose of somebody's work does not cover are withheld, and said to be; where not even the record may be seen,
     * the whole look is refused. Throws {@link org.troth.events.recording.Overtaken} when what the portion hangs on is no more
     * as it was: ask again.
     */
    public Opened show(Visit visit, Portion portion) {
        List<Look.Shown> shown = portion.shown().stream()
                .map(each -> asFarAsPermitted(visit, each))
                .toList();
        if (shown.isEmpty()) {
            return new Opened(Map.of());
        }
        Disclosure disclosure = disclosing.disclose(
                new Look(visit.actor(), visit.purpose(), visit.route(), shown, visit.request(), portion.provided()));
        opener.expect(portion.words(), disclosure);
        Map<Sealed, Told> words = new HashMap<>();
        for (Sealed sealed : portion.words()) {
            words.put(
                    sealed,
                    disclosure.permits(sealed.owner(), sealed.words()) ? open(sealed, disclosure) : Told.isWithheld());
        }
        tellNames(words);
        return new Opened(words);
    }

    /** Whoever is shown by name is known by name, so that others can keep away from them; also who was here before that was asked. */
    private void tellNames(Map<Sealed, Told> words) {
        Map<UUID, String> shown = new HashMap<>();
        words.forEach((word, told) -> {
            String text = told.text();
            if (text != null && NAMES.contains(word.words())) {
                shown.put(word.owner(), text);
            }
        });
        if (!shown.isEmpty()) {
            names.shown(shown);
        }
    }

    /** Of another's record through a match all or nothing is shown: what ends with the match ends whole. */
    private Look.Shown asFarAsPermitted(Visit visit, Look.Shown shown) {
        if (shown.match() != null || permits(visit, shown)) {
            return shown;
        }
        Set<DataClass> classes = EnumSet.of(DataClass.IDENTITY);
        Set<Words> words = EnumSet.noneOf(Words.class);
        for (Words each : shown.words()) {
            if (permits(visit, opening(shown, EnumSet.of(DataClass.IDENTITY, each.dataClass()), EnumSet.of(each)))) {
                classes.add(each.dataClass());
                words.add(each);
            }
        }
        return opening(shown, classes, words);
    }

    private static Look.Shown opening(Look.Shown shown, Set<DataClass> classes, Set<Words> words) {
        Map<UUID, Set<Words>> apart = new HashMap<>();
        shown.apart().forEach((thing, kinds) -> {
            Set<Words> still = EnumSet.noneOf(Words.class);
            kinds.stream().filter(words::contains).forEach(still::add);
            apart.put(thing, still);
        });
        return new Look.Shown(
                        shown.person(), shown.kind(), classes, words, shown.match(), shown.consent(), shown.rows())
                .with(apart);
    }

    /** Whether this actor may see this now, so that a page asks for what it can have and not in vain. */
    public boolean permits(Visit visit, Look.Shown shown) {
        return disclosing.groundFor(visit.actor(), visit.purpose(), shown).isPresent();
    }

    /** Whether this participant or volunteer is the actor themselves, under whichever of their records; asked on the record itself. */
    public boolean isSelf(Visit visit, UUID person) {
        if (person.equals(visit.actor().person())) {
            return true;
        }
        Look.Shown shown =
                new Look.Shown(person, SubjectKind.PARTICIPANT, Set.of(DataClass.IDENTITY), Set.of(), null, null, 1);
        return visit.actor().is(Role.PARTICIPANT)
                && disclosing
                        .groundFor(visit.actor(), PurposeOfUse.PATRQT, shown)
                        .filter(ground -> ground == Ground.SELF)
                        .isPresent();
    }

    private Told open(Sealed sealed, Disclosure disclosure) {
        try {
            return Told.words(opener.open(sealed, disclosure));
        } catch (Unreadable e) {
            if (e.why() == Unreadable.Why.ERASED) {
                return Told.wereErased();
            }
            throw e;
        }
    }
}

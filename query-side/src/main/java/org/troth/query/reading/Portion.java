package org.troth.query.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.Precondition;

/**
 * Exactly what is about to be shown: whose record, and which of their words. Whoever is named here is shown, even where
 * none of their words are: a state, a date or a category says something of somebody too.
 */
public final class Portion {

    private record Person(
            SubjectKind kind,
            @Nullable UUID match,
            Set<DataClass> classes,
            Set<Words> words,
            Map<UUID, Set<Words>> apart,
            int[] rows) {}

    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final List<Sealed> words = new ArrayList<>();
    private final List<Precondition> provided = new ArrayList<>();

    public Portion participant(UUID person, @Nullable Sealed... shown) {
        return of(SubjectKind.PARTICIPANT, person, null, shown);
    }

    public Portion volunteer(UUID person, @Nullable Sealed... shown) {
        return of(SubjectKind.VOLUNTEER, person, null, shown);
    }

    public Portion account(UUID account, @Nullable Sealed... shown) {
        return of(SubjectKind.ACCOUNT, account, null, shown);
    }

    /** Words of one side of a match, relied on by the other. */
    public Portion through(UUID match, SubjectKind kind, UUID person, @Nullable Sealed... shown) {
        return of(kind, person, match, shown);
    }

    /**
     * Words of things of somebody who is in this portion that are under keys of their own: each is opened by itself, and nothing
     * else of theirs that is under such a key is.
     */
    public Portion apart(UUID person, @Nullable Sealed... shown) {
        Person one = people.get(person);
        if (one == null) {
            throw new IllegalArgumentException("whose these are is not in this portion");
        }
        for (Sealed each : shown) {
            if (each != null) {
                one.classes().add(each.words().dataClass());
                one.words().add(each.words());
                one.apart()
                        .computeIfAbsent(each.owner(), thing -> EnumSet.noneOf(Words.class))
                        .add(each.words());
                words.add(each);
            }
        }
        return this;
    }

    /** Shown only if this still holds when the look is recorded: the answer of a strong question that this portion hangs on. */
    public Portion provided(Precondition precondition) {
        provided.add(precondition);
        return this;
    }

    private Portion of(SubjectKind kind, UUID person, @Nullable UUID match, @Nullable Sealed... shown) {
        Person one = people.computeIfAbsent(
                person,
                id -> new Person(
                        kind,
                        match,
                        EnumSet.noneOf(DataClass.class),
                        EnumSet.noneOf(Words.class),
                        new LinkedHashMap<>(),
                        new int[1]));
        one.rows()[0]++;
        for (Sealed each : shown) {
            if (each != null) {
                if (!each.owner().equals(person)) {
                    throw new IllegalArgumentException("these words are another person's");
                }
                one.classes().add(each.words().dataClass());
                one.words().add(each.words());
                words.add(each);
            }
        }
        return this;
    }

    List<Sealed> words() {
        return words;
    }

    List<Precondition> provided() {
        return provided;
    }

    /** Whoever is shown is shown as somebody of this record: their identity, whatever else is opened. */
    List<Look.Shown> shown() {
        List<Look.Shown> shown = new ArrayList<>();
        people.forEach((id, person) -> {
            Set<DataClass> classes = EnumSet.of(DataClass.IDENTITY);
            classes.addAll(person.classes());
            shown.add(new Look.Shown(
                            id,
                            person.kind(),
                            classes,
                            person.words(),
                            person.match() == null ? null : new MatchId(person.match()),
                            null,
                            person.rows()[0])
                    .with(person.apart()));
        });
        return shown;
    }
}

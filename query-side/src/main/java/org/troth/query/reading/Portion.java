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
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;

/** Exactly what is about to be shown: whose words, and which of them. Words that are absent are no part of it. */
public final class Portion {

    private record Person(SubjectKind kind, @Nullable UUID match, Set<DataClass> classes, int[] rows) {}

    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final List<Sealed> words = new ArrayList<>();

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

    /** This person's record is shown, even where none of their words are on it yet. */
    public Portion about(SubjectKind kind, UUID person) {
        person(kind, person, null).classes().add(DataClass.IDENTITY);
        return this;
    }

    private Portion of(SubjectKind kind, UUID person, @Nullable UUID match, @Nullable Sealed... shown) {
        boolean any = false;
        for (Sealed each : shown) {
            if (each != null) {
                if (!each.owner().equals(person)) {
                    throw new IllegalArgumentException("these words are another person's");
                }
                person(kind, person, match).classes().add(each.words().dataClass());
                words.add(each);
                any = true;
            }
        }
        if (any) {
            person(kind, person, match).rows()[0]++;
        }
        return this;
    }

    private Person person(SubjectKind kind, UUID person, @Nullable UUID match) {
        return people.computeIfAbsent(
                person, id -> new Person(kind, match, EnumSet.noneOf(DataClass.class), new int[1]));
    }

    List<Sealed> words() {
        return words;
    }

    List<Look.Shown> shown() {
        List<Look.Shown> shown = new ArrayList<>();
        people.forEach((id, person) -> shown.add(new Look.Shown(
                id,
                person.kind(),
                person.classes(),
                person.match() == null ? null : new MatchId(person.match()),
                null,
                Math.max(1, person.rows()[0]))));
        return shown;
    }
}

package org.troth.command.dispatch;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.merging.SamePerson;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Who may act on whose record. A refused attempt is put on the record before anything is answered, and the answer is that
 * there is no such record, for unknown and foreign records alike.
 */
@Component
public final class Permits {

    /** Refused because only a coordinator may do this. */
    public static final String COORDINATOR_ONLY = "act-coordinator";

    /** Refused because only the person themselves, or a coordinator on their instruction, may do this. */
    public static final String OWN_RECORD_ONLY = "act-own-record";

    private final Disclosing disclosing;
    private final Streams streams;

    Permits(Disclosing disclosing, Streams streams) {
        this.disclosing = disclosing;
        this.streams = streams;
    }

    /** Returns when a coordinator asks; else records the refusal and throws {@link NotOnRecord}. */
    public void coordinator(Asked asked, String route, @Nullable UUID person) {
        if (!asked.actor().is(Role.COORDINATOR)) {
            throw refuse(asked, route, person, COORDINATOR_ONLY);
        }
    }

    /** Returns when the person themselves or a coordinator asks; else records the refusal and throws. */
    public void selfOrCoordinator(Asked asked, String route, @Nullable UUID person) {
        if (!asked.actor().is(Role.COORDINATOR) && !isSelf(asked, person)) {
            throw refuse(asked, route, person, OWN_RECORD_ONLY);
        }
    }

    /** Whether the account belongs to this person, under whichever of their records, and still acts for them. */
    public boolean isSelf(Asked asked, @Nullable UUID person) {
        UUID own = asked.actor().person();
        if (person == null || own == null) {
            return false;
        }
        return person.equals(own)
                ? asked.actor().is(Role.PARTICIPANT) || asked.actor().is(Role.VOLUNTEER)
                : asked.actor().is(Role.PARTICIPANT)
                        && SamePerson.of(new ParticipantId(own), streams).is(person);
    }

    /**
     * A unit for an act of the person themselves: under another of their records it holds only as long as the two are one person, and
     * is refused, on the record, from the moment they are not. For a coordinator or a volunteer it is a plain one.
     */
    public Unit asThemselves(Asked asked, String route, @Nullable UUID person) {
        Unit unit = new Unit(asked.actor(), asked.request());
        UUID own = asked.actor().person();
        if (person == null
                || own == null
                || person.equals(own)
                || !asked.actor().is(Role.PARTICIPANT)) {
            return unit;
        }
        SamePerson self = SamePerson.of(new ParticipantId(own), streams);
        if (!self.is(person)) {
            throw refuse(asked, route, person, OWN_RECORD_ONLY);
        }
        return unit.provided(self.preconditions());
    }

    /** Records that this was refused, naming the person only when there is one, and gives back what to throw. */
    public NotOnRecord refuse(Asked asked, String route, @Nullable UUID person, String rule) {
        boolean known = person != null && streams.lastSequence(person.toString()) >= 0;
        disclosing.refused(asked.actor(), route, known ? person : null, rule, asked.request());
        return new NotOnRecord();
    }

    /**
     * Puts it on the record that states, days or categories of this person are shown; no words are opened. Throws what the
     * gate throws.
     *
     * @param match what the actor relies on, where they are the other side of it
     */
    public void show(
            Asked asked, PurposeOfUse purpose, String route, SubjectKind kind, UUID person, @Nullable MatchId match) {
        Look.Shown shown = new Look.Shown(person, kind, Set.of(DataClass.IDENTITY), Set.of(), match, null, 1);
        disclosing.disclose(new Look(asked.actor(), purpose, route, List.of(shown), asked.request()));
    }

    /** Acts, and puts it on the record when a rule says no: for what a person may later want to know was tried. */
    public <T> T recordingRefusals(Asked asked, String route, @Nullable UUID person, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refused refused) {
            disclosing.refused(asked.actor(), route, person, refused.rule(), asked.request());
            throw refused;
        }
    }

    /**
     * The facts of this record. Throws {@link NotOnRecord} when there are none, or when they are of another family: an
     * identifier of one kind of record names nothing of another kind, and nothing is sealed for nobody.
     */
    public List<RecordedFact> onRecord(Object id, Class<? extends Fact> family) {
        List<RecordedFact> facts = streams.read(id.toString(), 0);
        if (facts.isEmpty() || !family.isInstance(facts.get(0).fact())) {
            throw new NotOnRecord();
        }
        return facts;
    }

    /** An identifier in a path; anything else names no record. */
    public static <T> T named(String text, Function<UUID, T> type) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return type.apply(uuid);
            }
        } catch (IllegalArgumentException e) {
            throw new NotOnRecord();
        }
        throw new NotOnRecord();
    }
}

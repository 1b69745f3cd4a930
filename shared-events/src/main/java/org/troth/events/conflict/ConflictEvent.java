package org.troth.events.conflict;

import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.Recorded;
import org.troth.events.Side;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/**
 * The names that a participant or a volunteer gave for themselves, so that they are not brought together with whom they should
 * not meet. Each person has one stream of them, named {@code conflicts/<person>}.
 */
public sealed interface ConflictEvent extends Fact {

    UUID person();

    /** Whether the person asks for help or walks beside. */
    Side side();

    /**
     * A name was given. What it is compared by is not in the fact, so that nothing of it outlives the person's key.
     *
     * @param entry names this line of the list
     */
    @Recorded(as = "conflict-name-stated", revision = 1)
    record ConflictNameStated(
            UUID person,
            Side side,
            UUID entry,
            Relation relation,

            @Under(value = Words.CONFLICT_NAME, owner = "person")
            Sealed name,

            Law law)
            implements ConflictEvent {}

    /** The person took a name from their list. */
    @Recorded(as = "conflict-name-taken-back", revision = 1)
    record ConflictNameTakenBack(UUID person, Side side, UUID entry, Law law) implements ConflictEvent {}

    /** Who it is that was named. One code holds whom somebody knows, is bound to or does not want to meet: which, nobody asks. */
    enum Relation {
        EMPLOYER,
        FIRM,
        OTHER_PARTY,
        KNOWN_PERSON
    }

    /** The name of a person's stream. */
    static String stream(UUID person) {
        return "conflicts/" + person;
    }
}

package org.troth.benchmarks;

import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Recorded;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** The facts of the aggregate that only benchmarks use, as Troth records them. */
public sealed interface TallyEvent extends Fact {

    UUID tally();

    @Recorded(as = "tally-opened", revision = 1)
    record TallyOpened(
            UUID tally,
            UUID person,

            @Under(value = Words.INTAKE_NOTE, owner = "person")
            Sealed words) implements TallyEvent {}

    @Recorded(as = "tally-marked", revision = 1)
    record TallyMarked(
            UUID tally,
            UUID person,
            int mark,

            @Under(value = Words.INTAKE_NOTE, owner = "person")
            Sealed words) implements TallyEvent {}
}

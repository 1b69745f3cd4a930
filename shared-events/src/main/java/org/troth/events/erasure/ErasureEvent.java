package org.troth.events.erasure;

import java.time.LocalDate;
import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.Recorded;
import org.troth.events.Side;

/**
 * What somebody asked about being forgotten, and what became of it. Each person has one stream of it, named
 * {@code erasure/<person>}; it outlives their keys and holds no words.
 */
public sealed interface ErasureEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Erasure";

    UUID person();

    /** Whether the person asks for help or walks beside. */
    Side side();

    /**
     * The person asked that what is recorded about them be forgotten. Whether they asked it themselves or a coordinator
     * noted that they did, the roles of whoever acted tell.
     *
     * @param erasure names this request
     * @param askedOn the day on which they asked, which may be before it was noted; in the programme's time zone
     * @param answerBy the last day on which they are to be answered
     */
    @Recorded(as = "erasure-requested", revision = 1)
    record ErasureRequested(UUID person, Side side, UUID erasure, LocalDate askedOn, LocalDate answerBy, Law law)
            implements ErasureEvent {}

    /** The person changed their mind before anything was erased. */
    @Recorded(as = "erasure-request-taken-back", revision = 1)
    record ErasureRequestTakenBack(UUID person, Side side, UUID erasure, Law law) implements ErasureEvent {}

    /**
     * A coordinator had noted by mistake that the person asked, and another coordinator took the note away. The person had not
     * asked it themselves, and may at any time.
     *
     * @param reason in what the mistake lay, from the programme's code list
     */
    @Recorded(as = "erasure-noted-by-mistake", revision = 1)
    record ErasureNotedByMistake(UUID person, Side side, UUID erasure, String reason, Law law)
            implements ErasureEvent {}

    /** The name of a person's stream. */
    static String stream(UUID person) {
        return "erasure/" + person;
    }
}

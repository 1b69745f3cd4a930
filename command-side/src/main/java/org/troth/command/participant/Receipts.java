package org.troth.command.participant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.AccountId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Tags;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/** Finds enquiries by their codes, on the record itself. Only a keyed tag of a code is kept anywhere. */
@Component
final class Receipts {

    private final Streams streams;
    private final Tags tags;
    private final Codes codes;

    Receipts(Streams streams, Tags tags, Codes codes) {
        this.streams = streams;
        this.tags = tags;
        this.codes = codes;
    }

    /** An enquiry whose code was shown, as it is on the record now. */
    record Held(ParticipantId participant, List<RecordedFact> facts) {

        /** Whoever holds the code acts for the one person whom the enquiry is about, and has no account. */
        Actor holder() {
            UUID person = participant.value();
            return new Actor(new AccountId(person), Set.of(Role.PARTICIPANT), person, last());
        }

        /** Refused when anything happened to the enquiry in between: the code may open nothing any more. */
        Unit unit(Actor actor, UUID request) {
            return new Unit(actor, request).provided(new Precondition(participant.toString(), last()));
        }

        private long last() {
            return facts.get(facts.size() - 1).sequence();
        }
    }

    ReceiptCode next() {
        return ReceiptCode.next(codes);
    }

    Claim claim(ReceiptCode code) {
        return code.claim(tags);
    }

    /** The enquiry of this code; empty for a code that is wrong, spent, of a person whose keys were destroyed, or nobody's. */
    Optional<Held> heldBy(ReceiptCode code) {
        List<RecordedFact> facts = streams.readHolder(claim(code));
        return facts.stream()
                .findFirst()
                .filter(first -> first.fact() instanceof ParticipantEvent)
                .map(first -> new Held(((ParticipantEvent) first.fact()).participant(), facts))
                .filter(held -> !isErased(held.participant()));
    }

    /** Whether whoever made this enquiry holds a code that was not spent yet. */
    boolean waitFor(ParticipantId participant) {
        boolean held = false;
        for (RecordedFact each : streams.read(participant.toString(), 0)) {
            if (each.fact() instanceof ReceiptGiven) {
                held = true;
            } else if (each.fact() instanceof EnquiryRecognised || each.fact() instanceof EnquiryWithdrawn) {
                held = false;
            }
        }
        return held;
    }

    private boolean isErased(ParticipantId participant) {
        return streams.read(KeyEvent.stream(participant.value()), 0).stream()
                .anyMatch(each -> each.fact() instanceof KeyDestroyed);
    }
}

package org.troth.command.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Intent;
import org.troth.events.MessageId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.message.Carrier;
import org.troth.events.message.Carrier.Trip;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.Why;
import org.troth.events.message.Note;
import org.troth.events.message.Receiver;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.recording.Unit;

/**
 * Decides at the moment a message would leave: by which way, and whether what it is about still waits, both read from their
 * streams now and both preconditions of the decision. Whatever is marked unsafe before that decision is on the record
 * has it decided again.
 */
@Component
class Leaving {

    static final Duration OF_USE = Duration.ofDays(7);

    private static final String ROUTE = "message leaving";
    private static final int LONGEST = 254;

    /** One plain address and nothing beside it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+");

    private final Ways ways;
    private final Occasions occasions;
    private final Wordings wordings;
    private final Disclosing disclosing;
    private final Opener opener;
    private final Carrier carrier;
    private final Clock clock;

    Leaving(
            Ways ways,
            Occasions occasions,
            Wordings wordings,
            Disclosing disclosing,
            Opener opener,
            Carrier carrier,
            Clock clock) {
        this.ways = ways;
        this.occasions = occasions;
        this.wordings = wordings;
        this.disclosing = disclosing;
        this.opener = opener;
        this.carrier = carrier;
        this.clock = clock;
    }

    boolean isSetUp() {
        return carrier.isSetUp();
    }

    Trip setOut() {
        return carrier.setOut();
    }

    boolean isTooLate(MessageHistory history) {
        return history.since().plus(OF_USE).isBefore(clock.instant());
    }

    /** What to do with it now; the note is there when it may leave, once the intent is on the record. */
    Intent decide(MessageHistory history, Unit unit, AtomicReference<@Nullable Note> note) {
        note.set(null);
        MessageQueued message = history.queued();
        MessageId id = message.message();
        Occasions.Standing standing = occasions.of(message);
        Ways.Way way = ways.to(message);
        unit.provided(way.precondition());
        way.beside().forEach(unit::provided);
        standing.preconditions().forEach(unit::provided);
        Why why = whyNot(history, standing, way);
        if (why != null) {
            return withheld(id, why, unit);
        }
        String address =
                way.published() == null ? address(message.receiver(), way.address(), unit) : plain(way.published());
        if (address == null) {
            return withheld(id, Why.NO_ADDRESS, unit);
        }
        Wordings.Published said = wordings.of(message, way.language());
        note.set(new Note(
                id, address, said.subject(), said.body(), said.wording().language()));
        return new Intent(
                new LetMessageLeave(
                        id,
                        ContactChannel.EMAIL,
                        said.wording(),
                        way.precondition().lastSequence(),
                        standing.sequence()),
                unit,
                id.toString());
    }

    private @Nullable Why whyNot(MessageHistory history, Occasions.Standing standing, Ways.Way way) {
        if (!standing.waits()) {
            return Why.SETTLED;
        }
        if (isTooLate(history)) {
            return Why.TOO_LATE;
        }
        return way.whyNot() == null && !carrier.isSetUp() ? Why.NOT_SET_UP : way.whyNot();
    }

    private static Intent withheld(MessageId id, Why why, Unit unit) {
        return new Intent(new WithholdMessage(id, why), unit, id.toString());
    }

    /** The address, opened after the look is on the record; none when it is no address, or is no more. */
    private @Nullable String address(Receiver receiver, @Nullable Sealed sealed, Unit unit) {
        if (sealed == null) {
            return null;
        }
        SubjectKind kind =
                receiver.kind() == Receiver.Kind.PARTICIPANT ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER;
        Look.Shown shown =
                new Look.Shown(receiver.id(), kind, Set.of(DataClass.CONTACT), Set.of(sealed.words()), null, null, 1);
        Disclosure disclosure = disclosing.disclose(
                new Look(unit.actor(), PurposeOfUse.HOPERAT, ROUTE, List.of(shown), unit.request()));
        try {
            return plain(opener.open(sealed, disclosure).strip());
        } catch (Unreadable e) {
            if (e.why() == Unreadable.Why.ERASED) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable String plain(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches() ? address : null;
    }
}

package org.troth.command.message;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.What;
import org.troth.events.MessageId;
import org.troth.events.account.Actor;
import org.troth.events.message.Carrier.Taken;
import org.troth.events.message.Carrier.Trip;
import org.troth.events.message.CarrierAway;
import org.troth.events.message.DueMessages;
import org.troth.events.message.MessageEvent.Trouble;
import org.troth.events.message.Note;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Sends what is due, the store first: a message is decided on and noted as leaving, and only then handed over, at once. What
 * did not begin to leave within three seconds of being decided on is decided on anew: an address may have become unsafe. A node
 * that dies in between leaves it noted as leaving; whoever finds it so does not send it again, and notes that nobody knows.
 * What became of a message that was handed over is kept until it could be noted.
 */
@Component
class SendMessages implements DueMessages {

    static final Actor SYSTEM = Actor.system(UUID.fromString("7a4e2f0c-51d6-4c1b-9b7a-2f6f8e1d0c04"));

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final int MOST_IN_A_ROUND = 100;
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_AWAY = Duration.ofMinutes(10);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    /** What is put off after each time it was not taken; the next time after the last is the end. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final Outbox outbox;
    private final Streams streams;
    private final Leaving leaving;
    private final Dispatch dispatch;
    private final Duration atOnce;
    private final Map<MessageId, Object> unnoted = new ConcurrentHashMap<>();
    private Duration away = AWAY;
    private long notBefore = System.nanoTime();

    @Autowired
    SendMessages(Outbox outbox, Streams streams, Leaving leaving, Dispatch dispatch) {
        this(outbox, streams, leaving, dispatch, AT_ONCE);
    }

    /** For tests, which wait less long: how old a decision may be when its message begins to leave. */
    SendMessages(Outbox outbox, Streams streams, Leaving leaving, Dispatch dispatch, Duration atOnce) {
        this.outbox = outbox;
        this.streams = streams;
        this.leaving = leaving;
        this.dispatch = dispatch;
        this.atOnce = atOnce;
    }

    @Override
    public long waiting() {
        return outbox.waiting();
    }

    @Override
    public synchronized int send() {
        noteAll();
        if (System.nanoTime() - notBefore < 0) {
            return 0;
        }
        int left = 0;
        try (Road road = new Road()) {
            for (int at = 0; at < MOST_IN_A_ROUND; at++) {
                Optional<MessageId> next = outbox.takeNext();
                if (next.isEmpty()) {
                    return left;
                }
                left += sent(next.get(), road) ? 1 : 0;
            }
        } catch (CarrierAway e) {
            notBefore = System.nanoTime() + away.toNanos();
            away = away.multipliedBy(2).compareTo(LONGEST_AWAY) > 0 ? LONGEST_AWAY : away.multipliedBy(2);
        }
        return left;
    }

    private boolean sent(MessageId id, Road road) {
        try {
            return decided(id, road);
        } catch (RecordUnavailable e) {
            throw e;
        } catch (CarrierAway e) {
            outbox.putOff(id, SHORTLY);
            throw e;
        } catch (MessageRefused | Overtaken meanwhile) {
            // Another node has it, or too much happens at once: looked at again.
            outbox.putOff(id, SHORTLY);
            return false;
        } catch (RuntimeException e) {
            outbox.putOff(id, LONGEST_AWAY);
            throw e;
        }
    }

    private boolean decided(MessageId id, Road road) {
        if (unnoted.containsKey(id)) {
            // More is known of it here than is on the record.
            return false;
        }
        Optional<MessageHistory> history = MessageHistory.of(streams.read(id.toString(), 0));
        if (history.isEmpty()) {
            outbox.forget(id);
            return false;
        }
        switch (history.get().state()) {
            case UNACCOUNTED, OVER -> outbox.forget(id);
            case LEAVING -> noteSoon(id, new NoteMessageUnaccounted(id));
            case WAITING -> {
                return handedOver(id, history.get(), road);
            }
        }
        return false;
    }

    private boolean handedOver(MessageId id, MessageHistory history, Road road) {
        // Ready before it is noted as leaving, so that nothing but the note itself stands between the two.
        Trip trip = leaving.isSetUp() && !leaving.isTooLate(history) ? road.trip() : null;
        UUID request = UUID.randomUUID();
        AtomicReference<@Nullable Note> decided = new AtomicReference<>();
        long before = System.nanoTime() + atOnce.toNanos();
        // Where nobody knows whether this came onto the record, it is not handed over: found as leaving, it ends
        // unaccounted.
        dispatch.act(
                SYSTEM,
                request,
                null,
                What.of("send message", id),
                () -> leaving.decide(history, new Unit(SYSTEM, request), decided));
        Note note = decided.get();
        if (note == null || trip == null) {
            outbox.forget(id);
            return false;
        }
        if (System.nanoTime() - before >= 0) {
            noteSoon(id, new NoteMessageNotTaken(id));
            return false;
        }
        Taken taken = trip.carry(note, before);
        noteSoon(id, what(id, taken, history.tries()));
        return taken == Taken.TAKEN;
    }

    private static Object what(MessageId id, Taken taken, int tries) {
        return switch (taken) {
            case TAKEN -> new NoteMessageLeft(id);
            case NEVER -> new GiveMessageUp(id, Trouble.REFUSED);
            case UNKNOWN -> new NoteMessageUnaccounted(id);
            case NOT_NOW ->
                tries < PAUSES.size() ? new NoteMessageNotTaken(id) : new GiveMessageUp(id, Trouble.TRIED_OFTEN);
        };
    }

    private void noteSoon(MessageId id, Object what) {
        unnoted.put(id, what);
        note(id, what);
    }

    /** One that cannot be noted keeps no other from it. */
    private void noteAll() {
        RecordUnavailable unavailable = null;
        for (Map.Entry<MessageId, Object> each : unnoted.entrySet()) {
            try {
                note(each.getKey(), each.getValue());
            } catch (RecordUnavailable e) {
                unavailable = e;
            } catch (RuntimeException e) {
                LOG.warn(
                        "What became of one could not be noted: {}",
                        e.getClass().getSimpleName());
            }
        }
        if (unavailable != null) {
            throw unavailable;
        }
    }

    /** A failure to note it leaves it here for the next round. */
    private void note(MessageId id, Object what) {
        UUID request = UUID.randomUUID();
        try {
            dispatch.act(
                    SYSTEM,
                    request,
                    null,
                    What.of("note message", id),
                    () -> new Intent(what, new Unit(SYSTEM, request), id.toString()));
        } catch (MessageRefused alreadyNoted) {
            // Looked at again, which forgets it if it is over.
            unnoted.remove(id);
            outbox.putOff(id, SHORTLY);
            return;
        }
        unnoted.remove(id);
        if (what instanceof NoteMessageNotTaken) {
            outbox.putOff(id, pause(id));
        } else {
            outbox.forget(id);
        }
    }

    private Duration pause(MessageId id) {
        int tries = MessageHistory.of(streams.read(id.toString(), 0))
                .map(MessageHistory::tries)
                .orElse(1);
        return PAUSES.get(Math.min(PAUSES.size(), Math.max(1, tries)) - 1);
    }

    /** The way out of one round: set out on only when there is something to take, and again when it broke off. */
    private final class Road implements AutoCloseable {

        private @Nullable Trip trip;

        Trip trip() {
            Trip now = trip;
            if (now == null || !now.stands()) {
                close();
                now = leaving.setOut();
                away = AWAY;
                trip = now;
            }
            return now;
        }

        @Override
        public void close() {
            if (trip != null) {
                trip.close();
                trip = null;
            }
        }
    }
}

package org.troth.command.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Answer;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * The one way to act. Runs on the caller's thread; what returns is durable, and what throws did nothing (unless it is a
 * {@link RecordUnavailable} that says otherwise). A request with a key is done once: its repetition gets the first answer,
 * for two days (a reaction's for ninety).
 */
public final class Dispatch {

    private static final int ATTEMPTS = 3;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final Duration REACTION_KEPT = Duration.ofDays(90);

    private final CommandBus commands;
    private final Recording recording;
    private final Streams streams;
    private final Tags tags;
    private final Clock clock;
    private final DispatchMeter meter;

    public Dispatch(
            CommandBus commands, Recording recording, Streams streams, Tags tags, Clock clock, DispatchMeter meter) {
        this.commands = commands;
        this.recording = recording;
        this.streams = streams;
        this.tags = tags;
        this.clock = clock;
        this.meter = meter;
    }

    /**
     * Does what the intent says, once. Throws {@link Invalid} for a key that is no UUID, {@link KeyReused},
     * {@link NotOnRecord}, {@link Overtaken}, the feature's own refusal, and whatever the store throws.
     *
     * @param request the identifier of this request
     * @param key the idempotency key as it was sent; none when absent
     * @param what a stable text of the request ({@link What}); only its keyed tag is kept
     * @param intent asked only when the request was not answered before, and again (up to three times) when the answer of
     *     a strong question in it was overtaken
     */
    public Outcome act(Actor actor, UUID request, @Nullable String key, String what, Supplier<Intent> intent) {
        return once(actor, key == null || key.isBlank() ? null : kept(uuid(key), what, KEPT), intent);
    }

    /**
     * The same for a reaction: done once for each fact that it reacts to, however often it is asked.
     *
     * @param reaction the lasting name of the reaction
     */
    public Outcome react(Actor system, UUID cause, String reaction, Supplier<Intent> intent) {
        return once(system, kept(cause + " " + reaction, reaction, REACTION_KEPT), intent);
    }

    private Outcome once(Actor actor, @Nullable Key key, Supplier<Intent> intent) {
        long started = System.nanoTime();
        Attempt attempt = new Attempt(actor, key);
        try {
            Optional<Outcome> before = attempt.answeredBefore();
            Outcome outcome = before.isPresent() ? before.get() : attempt.run(intent);
            meter.attempted(
                    attempt.command,
                    outcome.repeated() ? DispatchMeter.End.REPEATED : DispatchMeter.End.DONE,
                    System.nanoTime() - started);
            return outcome;
        } catch (RuntimeException e) {
            meter.attempted(attempt.command, end(e), System.nanoTime() - started);
            throw e;
        }
    }

    private static DispatchMeter.End end(RuntimeException e) {
        if (e instanceof Overtaken) {
            return DispatchMeter.End.OVERTAKEN;
        }
        return e instanceof Refused
                        || e instanceof Invalid
                        || e instanceof KeyReused
                        || e instanceof NotOnRecord
                        || e instanceof ClaimTaken
                ? DispatchMeter.End.REFUSED
                : DispatchMeter.End.FAILED;
    }

    /** Throws {@link Invalid} for a key that is no UUID; for who says so before they look anything up. */
    public static void refuseUnlessKey(@Nullable String key) {
        if (key != null && !key.isBlank()) {
            uuid(key);
        }
    }

    private static String uuid(String key) {
        try {
            String canonical = UUID.fromString(key.strip()).toString();
            if (canonical.equalsIgnoreCase(key.strip())) {
                return canonical;
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        throw notAKey();
    }

    private static Invalid notAKey() {
        return new Invalid("Idempotency-Key", "uuid", Phrase.of("command.dispatch.key"));
    }

    private Key kept(String key, String what, Duration kept) {
        return new Key(tags.tag(TagKind.IDEMPOTENCY_KEY, key), tags.tag(TagKind.REQUEST, what), kept);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Key(byte[] keyTag, byte[] requestTag, Duration kept) {}

    /** One request on its way; asks, sends, and looks again for an answer whenever it is refused. */
    private final class Attempt {
        private final Actor actor;
        private final @Nullable Key key;
        private String command = "none";

        Attempt(Actor actor, @Nullable Key key) {
            this.actor = actor;
            this.key = key;
        }

        Optional<Outcome> answeredBefore() {
            if (key == null) {
                return Optional.empty();
            }
            Optional<Recording.Kept> kept = recording.answerTo(actor.account().value(), key.keyTag());
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            if (!Arrays.equals(kept.get().answer().requestTag(), key.requestTag())) {
                throw new KeyReused();
            }
            return Optional.of(
                    new Outcome(kept.get().answer().text(), kept.get().position(), true));
        }

        Outcome run(Supplier<Intent> supplier) {
            for (int attempt = 1; ; attempt++) {
                Unit unit = null;
                try {
                    Intent intent = supplier.get();
                    unit = intent.unit();
                    command = intent.command().getClass().getSimpleName();
                    return send(intent);
                } catch (RuntimeException refusal) {
                    Optional<Outcome> meanwhile = answeredMeanwhile(refusal);
                    if (meanwhile.isPresent()) {
                        return meanwhile.get();
                    }
                    if (attempt == ATTEMPTS || unit == null || !isWorthAskingAgain(refusal, unit)) {
                        throw refusal;
                    }
                }
            }
        }

        private Optional<Outcome> answeredMeanwhile(RuntimeException refusal) {
            if (end(refusal) == DispatchMeter.End.FAILED) {
                // No refusal; and whoever has waited for the record in vain does not wait for it once more.
                return Optional.empty();
            }
            try {
                return answeredBefore();
            } catch (KeyReused reused) {
                throw reused;
            } catch (RuntimeException unanswered) {
                refusal.addSuppressed(unanswered);
                return Optional.empty();
            }
        }

        private Outcome send(Intent intent) {
            Unit unit = intent.unit();
            if (!unit.actor().account().equals(actor.account())) {
                throw new IllegalArgumentException("the unit is another actor's");
            }
            Answer answer = answer(intent);
            if (answer != null) {
                unit.answering(answer);
            }
            if (intent.command() instanceof Facts together) {
                return new Outcome(intent.answer(), recording.record(unit, together.facts()), false);
            }
            CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
            commands.dispatch(
                    GenericCommandMessage.<Object>asCommandMessage(intent.command())
                            .withMetaData(Map.of(Unit.KEY, unit)),
                    (CommandMessage<?> sent, CommandResultMessage<?> came) -> result.complete(came));
            CommandResultMessage<?> came = result.join();
            if (came.isExceptional()) {
                throw inOurWords(came.exceptionResult());
            }
            return new Outcome(intent.answer(), unit.position().orElseGet(() -> recordedNothing(unit, answer)), false);
        }

        private @Nullable Answer answer(Intent intent) {
            return key == null
                    ? null
                    : new Answer(
                            actor.account().value(),
                            key.keyTag(),
                            key.requestTag(),
                            intent.answer(),
                            clock.instant().plus(key.kept()));
        }

        private long recordedNothing(Unit unit, @Nullable Answer answer) {
            Unit bare = new Unit(unit.actor(), unit.request(), unit.cause());
            return recording.record(answer == null ? bare : bare.answering(answer), List.of());
        }
    }

    /** Whether a strong question was overtaken, and not only the command's own stream. */
    private boolean isWorthAskingAgain(RuntimeException refusal, Unit unit) {
        if (!(refusal instanceof Overtaken)) {
            return false;
        }
        boolean ownStream = refusal.getCause() instanceof ConcurrencyException
                || refusal.getCause() instanceof AggregateStreamCreationException;
        return !ownStream || moved(unit);
    }

    /** Whether one of the unit's strong questions would be answered from a longer stream now. */
    private boolean moved(Unit unit) {
        return unit.preconditions().stream()
                .anyMatch(asked -> streams.lastSequence(asked.aggregateId()) != asked.lastSequence());
    }

    private static RuntimeException inOurWords(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        // Incompatible: the identifier is that of another kind of record.
        if (thrown instanceof AggregateNotFoundException || thrown instanceof IncompatibleAggregateException) {
            return new NotOnRecord();
        }
        if (thrown instanceof ConcurrencyException || thrown instanceof AggregateStreamCreationException) {
            return new Overtaken(thrown);
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("a command ended in an unexpected way", thrown);
    }
}

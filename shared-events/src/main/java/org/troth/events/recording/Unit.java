package org.troth.events.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;

/**
 * What is recorded together or not at all: the facts of one command, and what must hold with them. Travels with the
 * command under {@link #KEY}; the store fills in the position. Not shared between threads at once.
 */
public final class Unit {

    /** The name under which a command's metadata carries its unit. */
    public static final String KEY = "unit";

    private final Actor actor;
    private final UUID request;
    private final @Nullable UUID cause;
    private final List<Precondition> preconditions = new ArrayList<>();
    private final List<Claim> taken = new ArrayList<>();
    private final Map<Claim, String> holders = new HashMap<>();
    private final List<Claim> released = new ArrayList<>();
    private @Nullable Answer answer;
    private OptionalLong position = OptionalLong.empty();

    /**
     * @param request a random identifier of the request, shown to the caller and kept with the facts
     * @param cause the fact that this reacts to, if any
     */
    public Unit(Actor actor, UUID request, @Nullable UUID cause) {
        this.actor = actor;
        this.request = request;
        this.cause = cause;
    }

    public Unit(Actor actor, UUID request) {
        this(actor, request, null);
    }

    /** Refuses the unit when this no longer holds at the moment of the append. */
    public Unit provided(Precondition precondition) {
        preconditions.add(precondition);
        return this;
    }

    /** The same for each of these. */
    public Unit provided(List<Precondition> all) {
        preconditions.addAll(all);
        return this;
    }

    /** Takes the claim for the stream of the unit's first fact, or refuses the unit with {@link ClaimTaken}. */
    public Unit taking(Claim claim) {
        taken.add(claim);
        return this;
    }

    /** Takes the claim for the stream of this aggregate, which has a fact in the unit. */
    public Unit taking(Claim claim, String aggregateId) {
        holders.put(claim, aggregateId);
        return taking(claim);
    }

    /** Gives the claim back; nothing happens when nobody holds it. */
    public Unit releasing(Claim claim) {
        released.add(claim);
        return this;
    }

    /** Keeps this answer with the facts. */
    public Unit answering(Answer kept) {
        this.answer = kept;
        return this;
    }

    public Actor actor() {
        return actor;
    }

    public UUID request() {
        return request;
    }

    public @Nullable UUID cause() {
        return cause;
    }

    public List<Precondition> preconditions() {
        return List.copyOf(preconditions);
    }

    public List<Claim> taken() {
        return List.copyOf(taken);
    }

    /** The aggregate that a taken claim is for; absent: that of the unit's first fact. */
    public @Nullable String holderOf(Claim claim) {
        return holders.get(claim);
    }

    public List<Claim> released() {
        return List.copyOf(released);
    }

    public @Nullable Answer answer() {
        return answer;
    }

    /** The position of the last fact of this unit, once it is durable; empty when nothing was recorded. */
    public OptionalLong position() {
        return position;
    }

    /** For the store alone. */
    public void recordedAt(long lastPosition) {
        position = OptionalLong.of(lastPosition);
    }
}

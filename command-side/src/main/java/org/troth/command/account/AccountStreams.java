package org.troth.command.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.Actor;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Finds accounts on the record itself, never in a view. */
@Component
final class AccountStreams {

    private final Streams streams;
    private final Tags tags;

    AccountStreams(Streams streams, Tags tags) {
        this.streams = streams;
        this.tags = tags;
    }

    /** An account as it is on the record now. */
    record Found(AccountState state, long sequence) {

        AccountId account() {
            return state.account();
        }

        Actor actor() {
            return new Actor(account(), state.roles(), state.person(), sequence);
        }

        /** Holds as long as nothing more happens to the account. */
        Precondition unchanged() {
            return new Precondition(account().toString(), sequence);
        }
    }

    Optional<Found> of(AccountId account) {
        return found(streams.read(account.toString(), 0));
    }

    /** When each passkey that this account ever had was made. */
    Map<FactorId, Instant> passkeysSince(AccountId account) {
        Map<FactorId, Instant> since = new HashMap<>();
        for (RecordedFact recorded : streams.read(account.toString(), 0)) {
            if (recorded.fact() instanceof PasskeyAdded added) {
                since.put(added.passkey(), recorded.recordedAt());
            }
        }
        return since;
    }

    Optional<Found> named(SignInName name) {
        return holding(name.claim(tags));
    }

    Optional<Found> holding(Claim claim) {
        return found(streams.readHolder(claim));
    }

    /** Whether this is the account's code of this number. */
    boolean isCode(AccountId account, int number, OneTimeCode code) {
        return holding(code.claim(tags, account, number))
                .filter(holder -> holder.account().equals(account))
                .isPresent();
    }

    long lastSequence(AccountId account) {
        return streams.lastSequence(account.toString());
    }

    private static Optional<Found> found(List<RecordedFact> facts) {
        AccountState state = AccountState.of(facts);
        return state == null
                ? Optional.empty()
                : Optional.of(new Found(state, facts.get(facts.size() - 1).sequence()));
    }
}

package org.troth.command.account;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.CopiedPasskeys;
import org.troth.events.account.Passkeys;
import org.troth.events.account.Passkeys.Question;
import org.troth.events.account.Passkeys.Shown;
import org.troth.events.account.SecondStep;
import org.troth.events.account.SecondStepDemand;
import org.troth.events.account.StepWays;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Unit;

/** What somebody shows beside their password, answered from the account's own stream. */
@Component
final class SecondSteps {

    private final Dispatch dispatch;
    private final AccountStreams accounts;
    private final Passwords passwords;
    private final TimeCodes times;
    private final SpentSteps spent;
    private final WrongCodes wrong;
    private final Passkeys passkeys;
    private final PasskeyCounters counters;
    private final CopiedPasskeys copied;
    private final Tags tags;
    private final SecondStepDemand demand;
    private final Clock clock;

    SecondSteps(
            Dispatch dispatch,
            AccountStreams accounts,
            Passwords passwords,
            TimeCodes times,
            SpentSteps spent,
            WrongCodes wrong,
            Passkeys passkeys,
            PasskeyCounters counters,
            CopiedPasskeys copied,
            Tags tags,
            SecondStepDemand demand,
            Clock clock) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.passwords = passwords;
        this.times = times;
        this.spent = spent;
        this.wrong = wrong;
        this.passkeys = passkeys;
        this.counters = counters;
        this.copied = copied;
        this.tags = tags;
        this.demand = demand;
        this.clock = clock;
    }

    SecondStep of(Actor actor) {
        return of(accounts.of(actor.account()).orElseThrow(NotOnRecord::new).state());
    }

    SecondStep of(AccountState state) {
        if (state.hasSecondStep()) {
            return SecondStep.CODE;
        }
        return isDemandedOf(state) ? SecondStep.ENROLMENT : SecondStep.NONE;
    }

    StepWays ways(Actor actor) {
        AccountState state =
                accounts.of(actor.account()).orElseThrow(NotOnRecord::new).state();
        return new StepWays(
                state.second() != null,
                passkeys.arePossible() && !state.passkeys().isEmpty());
    }

    boolean isDemandedOf(AccountState state) {
        return demand.isOf(state.roles());
    }

    Optional<Actor> byCode(Actor actor, String code) {
        Optional<Found> found = unchanged(actor);
        Sealed secret = found.map(there -> there.state().second())
                .map(AccountState.Second::secret)
                .orElse(null);
        OptionalLong step = times.shown(code, secret, clock.instant());
        if (found.isEmpty() || !found.get().state().hasSecondStep()) {
            return Optional.empty();
        }
        Optional<RecoveryCode> recovery = RecoveryCode.read(code);
        if (recovery.isPresent()) {
            return recovered(actor, recovery.get());
        }
        // Counted before anything is said of it: the code that fits is not looked at either once there were too many.
        if (!wrong.take(actor.account(), actor.sequence(), clock.instant())) {
            return Optional.empty();
        }
        if (step.isEmpty() || !spent.spend(actor.account(), step.getAsLong())) {
            return Optional.empty();
        }
        wrong.giveBack(actor.account(), actor.sequence());
        return found.map(Found::actor);
    }

    /** Asks for one of the account's passkeys, as long as nothing has happened to it. */
    Optional<Question> passkeyQuestion(Actor actor) {
        return unchanged(actor)
                .filter(there ->
                        passkeys.arePossible() && !there.state().passkeys().isEmpty())
                .map(there -> passkeys.toShow(there.state().credentials().values()));
    }

    /**
     * What does not fit counts like a code that does not. Where there were too many a passkey is looked at all the same: it cannot
     * be guessed.
     */
    Optional<Actor> byPasskey(Actor actor, @Nullable String challenge, String answer) {
        Optional<Found> found = unchanged(actor).filter(there -> there.state().hasSecondStep());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean counted = wrong.take(actor.account(), actor.sequence(), clock.instant());
        Optional<Shown> shown = passkeys.shown(
                actor.account(), challenge, answer, found.get().state().credentials());
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        if (!counters.advance(
                actor.account(), shown.get().passkey(), shown.get().counter())) {
            copied.noticed();
            return Optional.empty();
        }
        if (counted) {
            wrong.giveBack(actor.account(), actor.sequence());
        }
        return found.map(Found::actor);
    }

    /** Whether so much did not fit that no code of an app is looked at. */
    boolean wantsRecoveryCode(Actor actor) {
        return wrong.areTooMany(actor.account(), actor.sequence(), clock.instant());
    }

    Optional<Actor> again(Actor actor, String shown) {
        Optional<Found> found = unchanged(actor);
        if (found.filter(there -> there.state().hasSecondStep()).isPresent()) {
            return byCode(actor, shown);
        }
        boolean possible = shown.length() <= PasswordRules.LONGEST;
        boolean fits = passwords.fits(
                possible ? shown : "",
                found.map(there -> there.state().verifier()).orElse(null));
        return found.filter(there -> fits && possible).map(Found::actor);
    }

    /** Whether this is a code of the secret that is about to be kept; it is none to sign in with afterwards. */
    boolean fitsNew(AccountId account, String secret, String code) {
        OptionalLong step = times.tried(code, secret, clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        // Two apps show codes of one step: whoever has just shown one of the old app need not wait for the next of the
        // new.
        spent.begin(account, step.getAsLong());
        return true;
    }

    private Optional<Found> unchanged(Actor actor) {
        return accounts.of(actor.account())
                .filter(there ->
                        there.sequence() == actor.sequence() && there.state().stands());
    }

    /** Uses the code up; of two that bring the same code at the same moment, one is let in. */
    private Optional<Actor> recovered(Actor actor, RecoveryCode code) {
        UUID request = UUID.randomUUID();
        try {
            dispatch.act(actor, request, null, What.of("recovery-code"), () -> {
                Found found = unchanged(actor).orElseThrow(NotOnRecord::new);
                Claim claim = code.claim(
                        tags, actor.account(), found.state().recovery().issues());
                if (found.state().recovery().left() == 0
                        || accounts.holding(claim)
                                .filter(holder -> holder.account().equals(actor.account()))
                                .isEmpty()) {
                    throw new NotOnRecord();
                }
                return new Intent(
                        new UseRecoveryCode(actor.account()),
                        new Unit(actor, request).provided(found.unchanged()).releasing(claim));
            });
        } catch (NotOnRecord | Overtaken | AccountRefused unfit) {
            return Optional.empty();
        }
        return accounts.of(actor.account())
                .filter(there -> there.state().stands() && there.sequence() == actor.sequence() + 1)
                .map(Found::actor);
    }
}

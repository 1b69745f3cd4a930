package org.troth.command.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Throttle;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Actor;
import org.troth.events.account.MakingChallenge;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.account.Passkeys;
import org.troth.events.account.Passkeys.Made;
import org.troth.events.account.Passkeys.Question;
import org.troth.events.confidential.Codes;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.RecordUnavailable;

/** What somebody does with the passkeys of their own account: makes one and does without it again. */
@Component
final class PasskeyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDesk.class);

    private static final int MOST_ATTEMPTS = 10;

    private final FactorDesk factors;
    private final AccountStreams accounts;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final PasskeyCounters counters;
    private final Codes codes;
    private final Throttle<AccountId> attempts = new Throttle<>(MOST_ATTEMPTS, Duration.ofMinutes(1));

    PasskeyDesk(
            FactorDesk factors,
            AccountStreams accounts,
            SecondSteps steps,
            Passkeys passkeys,
            PasskeyCounters counters,
            Codes codes) {
        this.factors = factors;
        this.accounts = accounts;
        this.steps = steps;
        this.passkeys = passkeys;
        this.counters = counters;
        this.codes = codes;
    }

    /** What was sent: where the passkey is kept, and what the browser answered. */
    record Sent(@Nullable String place, @Nullable String answer) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** Whether this house has any. */
    boolean arePossible() {
        return passkeys.arePossible();
    }

    /** Asks for a new one that this sitting may answer. */
    Question ask(Actor actor, MakingChallenge asked) {
        if (!passkeys.arePossible()) {
            throw AccountRefused.noPasskeysHere();
        }
        limit(actor.account());
        AccountState own =
                accounts.of(actor.account()).orElseThrow(NotOnRecord::new).state();
        Question question = passkeys.toMake(actor.account(), own.credentials().values());
        asked.keep(question.challenge());
        return question;
    }

    FactorDesk.Recovery add(Errand errand, MakingChallenge asked, Sent sent) {
        Fields fields = new Fields();
        Fields.Read<PasskeyPlace> place = fields.choice("place", sent.place(), PasskeyPlace.class);
        fields.check();
        if (!passkeys.arePossible()) {
            throw AccountRefused.noPasskeysHere();
        }
        AccountId account = errand.actor().account();
        limit(account);
        String answer = sent.answer() == null ? "" : sent.answer();
        List<RecoveryCode> recovery = RecoveryCode.next(codes);
        FactorId passkey = new FactorId(UUID.randomUUID());
        OneAnswer once = new OneAnswer(account, asked, answer);
        AtomicBoolean first = new AtomicBoolean();
        Outcome outcome = factors.act(errand, What.of(errand.route(), account, place.get(), answer), found -> {
            first.set(!found.state().hasSecondStep());
            List<RecoveryCode> issued = first.get() ? recovery : List.of();
            return new Intent(
                    new AddPasskey(account, passkey, place.get(), once.made().passkey(), issued.size()),
                    factors.issuing(errand, found, issued));
        });
        if (!outcome.repeated()) {
            begin(account, passkey, once.made().counter());
        }
        return FactorDesk.Recovery.once(outcome, first.get() ? recovery : List.of());
    }

    /** The recovery codes are shown once, with this answer: a counter that could not be kept now is kept at the first showing. */
    private void begin(AccountId account, FactorId passkey, long counter) {
        try {
            counters.advance(account, passkey, counter);
        } catch (RecordUnavailable e) {
            LOG.warn("the counter of a new passkey was not kept; it is at its first showing");
        }
    }

    /** What a browser answered, checked once however often the record is asked: its challenge is spent by it. */
    private final class OneAnswer {

        private final AccountId account;
        private final MakingChallenge asked;
        private final String answer;
        private @Nullable Made made;

        private OneAnswer(AccountId account, MakingChallenge asked, String answer) {
            this.account = account;
            this.asked = asked;
            this.answer = answer;
        }

        private Made made() {
            Made checked = made;
            if (checked == null) {
                checked = passkeys.made(account, asked.take().orElse(null), answer)
                        .orElseThrow(AccountRefused::noPasskey);
                made = checked;
            }
            return checked;
        }
    }

    Outcome remove(Errand errand, FactorId passkey) {
        return factors.act(errand, What.of(errand.route(), passkey), found -> {
            boolean last = !found.state().without(passkey).hasSecondStep();
            if (last && steps.isDemandedOf(found.state())) {
                throw AccountRefused.secondStepDemanded();
            }
            return new Intent(
                    new RemovePasskey(errand.actor().account(), passkey),
                    errand.unit().provided(found.unchanged()));
        });
    }

    private void limit(AccountId account) {
        Optional<Duration> wait = attempts.tooOften(account);
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
    }
}

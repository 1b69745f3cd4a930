package org.troth.command.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Throttle;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.Unit;

/**
 * What somebody does with the second step of their own account: sets up an app, has new recovery codes, does without the app
 * again. Each holds only if nothing has happened to the account since they signed in.
 */
@Component
final class FactorDesk {

    private static final int LONGEST = 64;
    private static final int MOST_ATTEMPTS = 10;

    private final Dispatch dispatch;
    private final AccountStreams accounts;
    private final SecondSteps steps;
    private final TimeCodes times;
    private final Tags tags;
    private final Codes codes;
    private final Throttle<AccountId> attempts = new Throttle<>(MOST_ATTEMPTS, Duration.ofMinutes(1));

    FactorDesk(Dispatch dispatch, AccountStreams accounts, SecondSteps steps, TimeCodes times, Tags tags, Codes codes) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.steps = steps;
        this.times = times;
        this.tags = tags;
        this.codes = codes;
    }

    /**
     * The recovery codes, in groups, as they are shown once; a repetition of the request has none.
     *
     * @param codes empty when they were shown before, and when none were issued
     */
    record Recovery(Outcome outcome, List<String> codes) {

        Recovery {
            codes = List.copyOf(codes);
        }

        static Recovery once(Outcome outcome, List<RecoveryCode> issued) {
            return new Recovery(
                    outcome,
                    outcome.repeated()
                            ? List.of()
                            : issued.stream().map(RecoveryCode::inGroups).toList());
        }

        /** Whether none were issued, since a second step was there already and its codes stay as they are. */
        boolean stayAsTheyAre() {
            return !outcome.repeated() && codes.isEmpty();
        }

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** The secret that a page offers: the one it offered before, as long as it is one, else a new one. */
    String offer(@Nullable String before) {
        return before != null && times.isSecret(before) ? before : times.next();
    }

    Recovery enrol(Errand errand, @Nullable String secret, @Nullable String code) {
        Fields fields = new Fields();
        Fields.Read<String> typed = fields.text("code", code, LONGEST);
        fields.check();
        if (secret == null || !times.isSecret(secret)) {
            throw new Invalid("code", "secret", Phrase.of("command.account.wrong.old-page"));
        }
        String key = secret;
        AccountId account = errand.actor().account();
        Optional<Duration> wait = attempts.tooOften(account);
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
        List<RecoveryCode> recovery = RecoveryCode.next(codes);
        AtomicBoolean fits = new AtomicBoolean();
        AtomicBoolean first = new AtomicBoolean();
        Outcome outcome = act(errand, What.of(errand.route(), account, key), found -> {
            // Asked once, however often the record is: the step is spent by it.
            if (!fits.get() && !steps.fitsNew(account, key, typed.get())) {
                throw AccountRefused.codeOfAnotherKey();
            }
            fits.set(true);
            first.set(found.state().passkeys().isEmpty());
            List<RecoveryCode> issued = first.get() ? recovery : List.of();
            return new Intent(
                    new EnrolFactor(account, new FactorId(UUID.randomUUID()), times.keep(account, key), issued.size()),
                    issuing(errand, found, issued));
        });
        return Recovery.once(outcome, first.get() ? recovery : List.of());
    }

    Recovery issueRecoveryCodes(Errand errand) {
        AccountId account = errand.actor().account();
        List<RecoveryCode> recovery = RecoveryCode.next(codes);
        Outcome outcome = act(
                errand,
                What.of(errand.route(), account),
                found -> new Intent(
                        new IssueRecoveryCodes(account, RecoveryCode.ISSUED), issuing(errand, found, recovery)));
        return Recovery.once(outcome, recovery);
    }

    Outcome remove(Errand errand) {
        AccountId account = errand.actor().account();
        return act(errand, What.of(errand.route(), account), found -> {
            if (found.state().passkeys().isEmpty() && steps.isDemandedOf(found.state())) {
                throw AccountRefused.secondStepDemanded();
            }
            return new Intent(new RemoveFactor(account), errand.unit().provided(found.unchanged()));
        });
    }

    /** Claims for these codes, as the issue after the one before. */
    Unit issuing(Errand errand, Found found, List<RecoveryCode> recovery) {
        Unit unit = errand.unit().provided(found.unchanged());
        int issue = found.state().recovery().issues() + 1;
        recovery.forEach(code -> unit.taking(code.claim(tags, found.account(), issue)));
        return unit;
    }

    /** What to do with the account as it was when its holder signed in. */
    interface Deed {
        Intent with(Found found);
    }

    Outcome act(Errand errand, String what, Deed deed) {
        return dispatch.act(errand.actor(), errand.request().value(), errand.key(), what, () -> {
            Found found = accounts.of(errand.actor().account())
                    .filter(there -> there.sequence() == errand.actor().sequence())
                    .orElseThrow(NotOnRecord::new);
            return deed.with(found);
        });
    }
}

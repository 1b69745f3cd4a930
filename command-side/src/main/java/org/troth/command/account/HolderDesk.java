package org.troth.command.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Throttle;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.SecondStep;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Tags;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.Unit;

/** What the holder of an account does with it: opens it with a code, changes its password, has tokens for programs. */
@Component
final class HolderDesk {

    private static final int LONGEST_CODE = 100;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_ATTEMPTS = 10;
    private static final Actor NOBODY = new Actor(new AccountId(new UUID(0, 0)), Set.of(), null, -1);

    private final Dispatch dispatch;
    private final AccountStreams accounts;
    private final Disclosing disclosing;
    private final Passwords passwords;
    private final Tags tags;
    private final Codes codes;
    private final SecondSteps steps;
    private final PasskeyCounters counters;
    private final Clock clock;
    private final Throttle<SignInName> openings = new Throttle<>(MOST_ATTEMPTS, Duration.ofMinutes(1));
    private final Throttle<AccountId> changes = new Throttle<>(MOST_ATTEMPTS, Duration.ofMinutes(1));

    HolderDesk(
            Dispatch dispatch,
            AccountStreams accounts,
            Disclosing disclosing,
            Passwords passwords,
            Tags tags,
            Codes codes,
            SecondSteps steps,
            PasskeyCounters counters,
            Clock clock) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.disclosing = disclosing;
        this.passwords = passwords;
        this.tags = tags;
        this.codes = codes;
        this.steps = steps;
        this.counters = counters;
        this.clock = clock;
    }

    /** What somebody typed who says that they were invited; nobody is signed in yet. */
    record Opening(
            @Nullable String name,
            @Nullable String code,
            @Nullable String password,
            boolean token) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * Asks the record the same questions for an unknown name and a wrong code, and spends a hash on neither. Throws
     * {@link TooManyRefusals} when one name is tried too often.
     */
    Issued open(RequestId request, @Nullable String key, String route, Opening typed) {
        Fields fields = new Fields();
        Fields.Read<String> name = fields.text("name", typed.name(), SignInName.LONGEST);
        Fields.Read<String> code = fields.text("code", typed.code(), LONGEST_CODE);
        String password = password(fields, typed.password(), name.orNull());
        fields.check();

        SignInName folded = SignInName.of(name.get());
        OneTimeCode letters = OneTimeCode.of(code.get());
        limit(openings, folded);
        Actor actor = accounts.named(folded).map(Found::actor).orElse(NOBODY);
        AccountId account = actor.account();
        BearerToken token = typed.token() ? BearerToken.next(codes) : null;
        Instant tokenExpiresAt = clock.instant().plus(Account.LONGEST_TOKEN);
        String what = What.of(route, folded.folded(), letters.letters(), typed.token());
        Outcome outcome = dispatch.act(actor, request.value(), key, what, () -> {
            Found found = invited(account, letters);
            if (token != null) {
                alone(found.state());
            }
            Unit unit = new Unit(found.actor(), request.value())
                    .provided(found.unchanged())
                    .releasing(letters.claim(tags, account, found.state().codes()));
            if (token != null) {
                unit.taking(token.claim(tags));
            }
            return new Intent(
                    new OpenAccount(
                            account,
                            passwords.choose(account, password),
                            token == null ? null : token.id(),
                            token == null ? null : tokenExpiresAt),
                    unit,
                    account.toString());
        });
        sameAgain(outcome, account, password);
        return token == null
                ? new Issued(outcome, null, null, null)
                : Issued.once(outcome, token.text(), token.id(), tokenExpiresAt);
    }

    private Found invited(AccountId account, OneTimeCode letters) {
        Optional<Found> found = accounts.of(account);
        int number = found.map(there -> there.state().codes()).orElse(1);
        boolean fits = accounts.isCode(account, number, letters);
        return found.filter(there -> fits && there.state().waitsForCode(clock.instant()))
                .orElseThrow(AccountRefused::codeDoesNotFit);
    }

    /** A token is made after the second step; where there is one to show, none comes without it. */
    private void alone(AccountState state) {
        if (steps.of(state) != SecondStep.NONE) {
            throw AccountRefused.stepUpFirst();
        }
    }

    private static <K> void limit(Throttle<K> throttle, K key) {
        Optional<Duration> wait = throttle.tooOften(key);
        if (wait.isPresent()) {
            throw new TooManyRefusals(wait.get());
        }
    }

    Outcome changePassword(Errand errand, AccountId account, @Nullable String current, @Nullable String chosen) {
        holderOnly(errand, account);
        Fields fields = new Fields();
        if (current == null || current.isEmpty()) {
            fields.refuseAbsent("current");
        }
        String password = password(fields, chosen, null);
        fields.check();
        if (accounts.named(SignInName.of(password))
                .filter(there -> there.account().equals(account))
                .isPresent()) {
            throw new Invalid("password", "is-name", Phrase.of("command.account.wrong.is-name"));
        }
        limit(changes, account);
        Outcome outcome = dispatch.act(
                errand.actor(), errand.request().value(), errand.key(), What.of(errand.route(), account), () -> {
                    Found found = accounts.of(account).orElseThrow(NotOnRecord::new);
                    if (!passwords.fits(
                            current == null ? "" : current, found.state().verifier())) {
                        disclosing.refused(
                                errand.actor(),
                                errand.route(),
                                account.value(),
                                "current-password",
                                errand.request().value());
                        throw AccountRefused.wrongPassword();
                    }
                    return new Intent(
                            new ChangePassword(account, passwords.choose(account, password)),
                            errand.unit().provided(found.unchanged()));
                });
        sameAgain(outcome, account, password);
        return outcome;
    }

    /**
     * Of a password nothing is kept but its verifier, so a repetition is compared with that: whoever sends another password
     * under the same key must not be told that it was taken.
     */
    private void sameAgain(Outcome outcome, AccountId account, String password) {
        if (outcome.repeated()) {
            Sealed verifier =
                    accounts.of(account).map(there -> there.state().verifier()).orElse(null);
            if (!passwords.fits(password, verifier)) {
                throw new KeyReused();
            }
        }
    }

    /** The same for a program, which shows nothing but its token: only where the account has no second step to show. */
    Issued issueTokenToProgram(Errand errand, AccountId account, @Nullable String days) {
        holderOnly(errand, account);
        alone(own(errand.actor()));
        return issueToken(errand, account, days);
    }

    Issued issueToken(Errand errand, AccountId account, @Nullable String days) {
        holderOnly(errand, account);
        Fields fields = new Fields();
        Fields.Read<Integer> lasting = fields.number(
                "days", days == null || days.isBlank() ? Integer.toString(USUAL_DAYS) : days, 1, USUAL_DAYS);
        fields.check();
        BearerToken token = BearerToken.next(codes);
        Instant expiresAt = clock.instant().plus(Duration.ofDays(lasting.get()));
        String what = What.of(errand.route(), account, lasting.get());
        Outcome outcome = dispatch.act(
                errand.actor(),
                errand.request().value(),
                errand.key(),
                what,
                () -> new Intent(
                        new IssueToken(account, token.id(), expiresAt),
                        errand.unit().taking(token.claim(tags)),
                        token.id().toString()));
        return Issued.once(outcome, token.text(), token.id(), expiresAt);
    }

    /** The actor's own account as it is now, for their own page. */
    AccountState own(Actor actor) {
        return accounts.of(actor.account()).orElseThrow(NotOnRecord::new).state();
    }

    /** When each passkey of the actor's own account was made. */
    Map<FactorId, Instant> passkeysSince(Actor actor) {
        return accounts.passkeysSince(actor.account());
    }

    /** Those of them that another device seems to have too. */
    Set<FactorId> copiedPasskeys(Actor actor) {
        return counters.wentBack(actor.account());
    }

    /** Whether this account may not do without a second step. */
    boolean isDemanded(AccountState state) {
        return steps.isDemandedOf(state);
    }

    private void holderOnly(Errand errand, AccountId account) {
        if (!errand.actor().account().equals(account)) {
            disclosing.refused(
                    errand.actor(),
                    errand.route(),
                    accounts.lastSequence(account) >= 0 ? account.value() : null,
                    "holder-only",
                    errand.request().value());
            throw new NotOnRecord();
        }
    }

    private static String password(Fields fields, @Nullable String typed, @Nullable String name) {
        if (typed == null || typed.isEmpty()) {
            fields.refuseAbsent("password");
            return "";
        }
        PasswordRules.check(fields, "password", typed, name == null ? "" : name);
        return typed;
    }
}

package org.troth.app.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.SignIn;
import org.troth.web.PasskeyQuestion;
import org.troth.web.SecondStep;
import org.troth.web.SignInDesk;
import org.troth.web.SignedInUser;
import org.troth.web.StepWays;

/** The shell's sign-in desk, answered from the accounts' streams. */
final class Desk implements SignInDesk {

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String TOO_MANY = "too-many";

    private final SignIn signIn;
    private final Map<String, Counter> ends;

    /** Every end is counted from nought: who watches for a rise does not see a meter that begins with its first one. */
    Desk(SignIn signIn, MeterRegistry meters) {
        this.signIn = signIn;
        this.ends = Stream.of(DONE, REFUSED, TOO_MANY)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), end -> meters.counter("account.second_step", "end", end)));
    }

    @Override
    public Optional<SignedInUser> signIn(String name, CharSequence password) {
        return signIn.byPassword(name, password).map(Callers::user);
    }

    @Override
    public Optional<SignedInUser> bearer(String token) {
        return signIn.byToken(token).map(Callers::user);
    }

    @Override
    public SecondStep secondStep(SignedInUser user) {
        return switch (signIn.secondStep(Callers.actor(user))) {
            case NONE -> SecondStep.NONE;
            case CODE -> SecondStep.CODE;
            case ENROLMENT -> SecondStep.ENROLMENT;
        };
    }

    @Override
    public Optional<SignedInUser> code(SignedInUser user, String code) {
        return counted(user, signIn.byCode(Callers.actor(user), code).map(Callers::user));
    }

    @Override
    public Optional<SignedInUser> again(SignedInUser user, String shown) {
        return counted(user, signIn.again(Callers.actor(user), shown).map(Callers::user));
    }

    @Override
    public StepWays ways(SignedInUser user) {
        var ways = signIn.ways(Callers.actor(user));
        return new StepWays(ways.app(), ways.passkey());
    }

    @Override
    public Optional<PasskeyQuestion> passkeyQuestion(SignedInUser user) {
        return signIn.passkeyQuestion(Callers.actor(user))
                .map(question -> new PasskeyQuestion(question.challenge(), question.asked()));
    }

    @Override
    public Optional<SignedInUser> passkey(SignedInUser user, @Nullable String challenge, String answer) {
        return counted(
                user, signIn.byPasskey(Callers.actor(user), challenge, answer).map(Callers::user));
    }

    /** Counts what was shown after a password, by how it ended and without whose it was. */
    private Optional<SignedInUser> counted(SignedInUser user, Optional<SignedInUser> shown) {
        String end = shown.isPresent() ? DONE : wantsRecoveryCode(user) ? TOO_MANY : REFUSED;
        Objects.requireNonNull(ends.get(end)).increment();
        return shown;
    }

    @Override
    public boolean wantsRecoveryCode(SignedInUser user) {
        return signIn.wantsRecoveryCode(Callers.actor(user));
    }

    @Override
    public boolean stillSignedIn(SignedInUser user) {
        return signIn.stillStands(Callers.actor(user));
    }

    @Override
    public String tag(String name) {
        return signIn.tag(name);
    }
}

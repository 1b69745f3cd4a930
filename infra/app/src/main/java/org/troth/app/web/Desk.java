package org.troth.app.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.troth.events.account.SignIn;
import org.troth.web.SecondStep;
import org.troth.web.SignInDesk;
import org.troth.web.SignedInUser;

/** The shell's sign-in desk, answered from the accounts' streams. */
final class Desk implements SignInDesk {

    private final SignIn signIn;
    private final MeterRegistry meters;

    Desk(SignIn signIn, MeterRegistry meters) {
        this.signIn = signIn;
        this.meters = meters;
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

    /** Counts what was shown after a password, by how it ended and without whose it was. */
    private Optional<SignedInUser> counted(SignedInUser user, Optional<SignedInUser> shown) {
        String end = shown.isPresent() ? "done" : wantsRecoveryCode(user) ? "too-many" : "refused";
        meters.counter("account.second_step", "end", end).increment();
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

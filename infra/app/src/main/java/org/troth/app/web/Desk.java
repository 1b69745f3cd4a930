package org.troth.app.web;

import java.util.Optional;
import org.troth.events.account.SignIn;
import org.troth.web.SignInDesk;
import org.troth.web.SignedInUser;

/** The shell's sign-in desk, answered from the accounts' streams. */
final class Desk implements SignInDesk {

    private final SignIn signIn;

    Desk(SignIn signIn) {
        this.signIn = signIn;
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
    public boolean stillSignedIn(SignedInUser user) {
        return signIn.stillStands(Callers.actor(user));
    }

    @Override
    public String tag(String name) {
        return signIn.tag(name);
    }
}

package org.troth.events.account;

import java.util.Optional;

/** The strong question "who is this?", answered from the accounts' streams and never from a view. */
public interface SignIn {

    /** Empty for an unknown name, a wrong password, a locked or left account; all in the same time. */
    Optional<Actor> byPassword(String name, CharSequence password);

    /** Empty for an unknown, revoked or expired token, or an account that is locked or has left. */
    Optional<Actor> byToken(String token);

    /** Whether nothing has happened to the account since the actor was answered. */
    boolean stillStands(Actor actor);

    /**
     * A keyed tag of this name as text, the same for every spelling that signs in to the same account; for throttling.
     * Says nothing about whether there is such an account.
     */
    String tag(String name);
}

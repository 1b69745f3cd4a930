package org.troth.events.account;

import java.util.Optional;

/** The strong question "who is this?", answered from the accounts' streams and never from a view. */
public interface SignIn {

    /** Empty for an unknown name, a wrong password, a locked or left account; all in the same time. */
    Optional<Actor> byPassword(String name, CharSequence password);

    /** Empty for an unknown, revoked or expired token, or an account that is locked or has left. */
    Optional<Actor> byToken(String token);

    /** What this actor, who has shown a password, must still do before anything opens to them. */
    SecondStep secondStep(Actor actor);

    /**
     * The actor as they stand after showing a code of their app, or a recovery code, which is used up by it. Empty for
     * anything else, for a code of a step that was shown before (to any node), and when the account is not as it was.
     */
    Optional<Actor> byCode(Actor actor, String code);

    /** Whether so many codes of this account's app did not fit within a day that for a day only a recovery code does. */
    boolean wantsRecoveryCode(Actor actor);

    /**
     * The actor as they stand after showing once more that it is them: by a code where the account has a second factor,
     * else by its password. Empty when that does not fit.
     */
    Optional<Actor> again(Actor actor, String shown);

    /** Whether nothing has happened to the account since the actor was answered. */
    boolean stillStands(Actor actor);

    /**
     * A keyed tag of this name as text, the same for every spelling that signs in to the same account; for throttling.
     * Says nothing about whether there is such an account.
     */
    String tag(String name);
}

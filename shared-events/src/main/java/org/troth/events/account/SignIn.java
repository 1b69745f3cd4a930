package org.troth.events.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** By what this actor shows a second step. */
    StepWays ways(Actor actor);

    /** Asks for one of the actor's passkeys; empty when there is none, or when the account is not as it was. */
    Optional<Passkeys.Question> passkeyQuestion(Actor actor);

    /**
     * The actor as they stand after showing one of their passkeys, at sign-in or once more, when it was asked for with this
     * challenge. Empty for anything else, without a challenge, for a passkey whose counter went back, and when the account is
     * not as it was.
     */
    Optional<Actor> byPasskey(Actor actor, @Nullable String challenge, String answer);

    /**
     * Whether so much that was shown of this account did not fit within a day that for a day no code of its app is looked at; a
     * passkey is, and a recovery code.
     */
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

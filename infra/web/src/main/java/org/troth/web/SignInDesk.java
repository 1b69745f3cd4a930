package org.troth.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the shell asks who someone is. Implementations bound their own hashing and take as long for an unknown name as for a wrong password. */
public interface SignInDesk {

    /** The user whose name and password these are; empty for every other case alike. */
    Optional<SignedInUser> signIn(String name, CharSequence password);

    /** The user whose bearer token this is, if the token is in force now. */
    Optional<SignedInUser> bearer(String token);

    /** What this user, who has shown a password, must still do. */
    SecondStep secondStep(SignedInUser user);

    /** The user as they stand after showing this code; empty for one that does not fit or was shown before. */
    Optional<SignedInUser> code(SignedInUser user, String code);

    /** By what this user can show a second step here. */
    StepWays ways(SignedInUser user);

    /** Asks for one of the user's passkeys; empty when there is none. */
    Optional<PasskeyQuestion> passkeyQuestion(SignedInUser user);

    /**
     * The user as they stand after showing a passkey that was asked for with this challenge, at sign-in or once more. Empty for
     * anything else, and without a challenge.
     */
    Optional<SignedInUser> passkey(SignedInUser user, @Nullable String challenge, String answer);

    /** Whether so much did not fit that of all codes only a recovery code does now. */
    boolean wantsRecoveryCode(SignedInUser user);

    /** The user as they stand after showing once more that it is them, by a code where they have any, else by their password. */
    Optional<SignedInUser> again(SignedInUser user, String shown);

    /** Whether nothing has changed for the user since: asked on every request, false ends the sitting at once. */
    boolean stillSignedIn(SignedInUser user);

    /** A keyed tag of a name, the same for spellings that sign in as the same account; never the name itself. */
    String tag(String name);
}

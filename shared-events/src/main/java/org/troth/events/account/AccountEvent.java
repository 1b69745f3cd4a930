package org.troth.events.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.Fact;
import org.troth.events.FactorId;
import org.troth.events.Recorded;
import org.troth.events.TokenId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** The life of an account. */
public sealed interface AccountEvent extends Fact {

    AccountId account();

    /** Somebody was invited, without saying why; the one-time code is never recorded. */
    @Recorded(as = "account-invited", revision = 1)
    record AccountInvited(
            AccountId account,

            @Under(value = Words.ACCOUNT_NAME, owner = "account")
            Sealed name,

            @Nullable UUID person,
            Instant codeExpiresAt)
            implements AccountEvent {}

    @Recorded(as = "role-given", revision = 1)
    record RoleGiven(AccountId account, Role role) implements AccountEvent {}

    @Recorded(as = "role-taken", revision = 1)
    record RoleTaken(AccountId account, Role role) implements AccountEvent {}

    /** The holder chose a password: with a one-time code, or with the password they had. */
    @Recorded(as = "password-chosen", revision = 1)
    record PasswordChosen(
            AccountId account,

            @Under(value = Words.ACCOUNT_PASSWORD, owner = "account")
            Sealed verifier) implements AccountEvent {}

    /** A new one-time code was issued; until it is used nobody can sign in, and every token has ended. */
    @Recorded(as = "password-reset", revision = 1)
    record PasswordReset(AccountId account, Instant codeExpiresAt) implements AccountEvent {}

    @Recorded(as = "token-issued", revision = 1)
    record TokenIssued(AccountId account, TokenId token, Instant expiresAt) implements AccountEvent {}

    @Recorded(as = "token-revoked", revision = 1)
    record TokenRevoked(AccountId account, TokenId token) implements AccountEvent {}

    /**
     * The holder set up an app that shows codes, and showed that it works; what was set up before it ended. The secret says
     * itself by which rule its codes are made.
     */
    @Recorded(as = "factor-enrolled", revision = 1)
    record FactorEnrolled(
            AccountId account,
            FactorId factor,

            @Under(value = Words.ACCOUNT_FACTOR, owner = "account")
            Sealed secret) implements AccountEvent {}

    /** The account has no app any more; where it has no passkey either, its recovery codes ended with it. */
    @Recorded(as = "factor-removed", revision = 1)
    record FactorRemoved(AccountId account, FactorId factor) implements AccountEvent {}

    /** The holder made a passkey, beside those and the app they may have, and showed that it works. */
    @Recorded(as = "passkey-added", revision = 1)
    record PasskeyAdded(
            AccountId account,
            FactorId passkey,
            PasskeyPlace place,

            @Under(value = Words.ACCOUNT_PASSKEY, owner = "account")
            Sealed credential)
            implements AccountEvent {}

    /** This passkey opens nothing any more; where it was the last and there is no app, the recovery codes ended with it. */
    @Recorded(as = "passkey-removed", revision = 1)
    record PasskeyRemoved(AccountId account, FactorId passkey) implements AccountEvent {}

    /** So many codes were issued that stand in for a lost second factor, each once; those issued before ended. */
    @Recorded(as = "recovery-codes-issued", revision = 1)
    record RecoveryCodesIssued(AccountId account, int codes) implements AccountEvent {}

    /** The holder signed in with one of the recovery codes that were issued last. */
    @Recorded(as = "recovery-code-used", revision = 1)
    record RecoveryCodeUsed(AccountId account) implements AccountEvent {}

    @Recorded(as = "account-locked", revision = 1)
    record AccountLocked(AccountId account) implements AccountEvent {}

    @Recorded(as = "account-unlocked", revision = 1)
    record AccountUnlocked(AccountId account) implements AccountEvent {}

    /** The account is closed for good; its name may be used again. */
    @Recorded(as = "account-left", revision = 1)
    record AccountLeft(AccountId account) implements AccountEvent {}
}

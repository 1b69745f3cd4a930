package org.troth.command.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.TokenId;
import org.troth.events.account.AccountEvent;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.AccountUnlocked;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.PasswordChosen;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.AccountEvent.RoleTaken;
import org.troth.events.account.AccountEvent.TokenIssued;
import org.troth.events.account.AccountEvent.TokenRevoked;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealed;
import org.troth.events.recording.RecordedFact;

/**
 * What the facts of one account add up to; the aggregate decides on it and sign-in is answered from it, so that the two can
 * never differ.
 *
 * @param verifier of the password, as long as one was chosen
 * @param codeExpiresAt of the one-time code that waits to be used, if one does
 * @param codes how many one-time codes were ever issued; only the last can be used
 * @param second the app that was set up for a second step, as long as one is
 * @param passkeys those that were made for it and not removed, in the order in which they were made
 * @param recovery the codes that stand in for either
 * @param tokens the tokens in force and the moment each expires
 */
record AccountState(
        AccountId account,
        Sealed name,
        @Nullable UUID person,
        Set<Role> roles,
        @Nullable Sealed verifier,
        @Nullable Instant codeExpiresAt,
        int codes,
        @Nullable Second second,
        List<Passkey> passkeys,
        Recovery recovery,
        Map<TokenId, Instant> tokens,
        boolean locked,
        boolean left) {

    /** An app and its sealed secret. */
    record Second(FactorId factor, Sealed secret) {}

    /** A passkey, where its holder says that it is kept, and all that is known of it, sealed. */
    record Passkey(FactorId passkey, PasskeyPlace place, Sealed credential) {}

    /**
     * Recovery codes.
     *
     * @param issues how often codes were issued; only those issued last can be used
     * @param left how many of those were not used yet
     */
    record Recovery(int issues, int left) {

        private static final Recovery NEVER = new Recovery(0, 0);

        private Recovery issued(int codes) {
            return new Recovery(issues + 1, codes);
        }

        private Recovery leaving(int fewer) {
            return new Recovery(issues, Math.max(0, fewer));
        }
    }

    AccountState {
        roles = Set.copyOf(roles);
        passkeys = List.copyOf(passkeys);
        tokens = Map.copyOf(tokens);
    }

    /** The state after all these facts; null when there are none. */
    static @Nullable AccountState of(List<RecordedFact> facts) {
        AccountState state = null;
        for (RecordedFact recorded : facts) {
            if (!(recorded.fact() instanceof AccountEvent fact)) {
                return null;
            }
            state = after(state, fact);
        }
        return state;
    }

    /** The state after one more fact. The first is always an invitation. */
    static AccountState after(@Nullable AccountState before, AccountEvent fact) {
        if (fact instanceof AccountInvited invited) {
            return new AccountState(
                    invited.account(),
                    invited.name(),
                    invited.person(),
                    Set.of(),
                    null,
                    invited.codeExpiresAt(),
                    1,
                    null,
                    List.of(),
                    Recovery.NEVER,
                    Map.of(),
                    false,
                    false);
        }
        if (before == null) {
            throw new IllegalStateException("an account begins with an invitation");
        }
        return before.then(fact);
    }

    private AccountState then(AccountEvent fact) {
        if (fact instanceof RoleGiven given) {
            return withRole(given.role(), true);
        }
        if (fact instanceof RoleTaken taken) {
            return withRole(taken.role(), false);
        }
        if (fact instanceof PasswordChosen chosen) {
            return with(chosen.verifier(), null, codes, tokens, locked, left);
        }
        if (fact instanceof PasswordReset reset) {
            return with(verifier, reset.codeExpiresAt(), codes + 1, Map.of(), locked, left);
        }
        if (fact instanceof TokenIssued issued) {
            Map<TokenId, Instant> more = new HashMap<>(tokens);
            more.put(issued.token(), issued.expiresAt());
            return with(verifier, codeExpiresAt, codes, more, locked, left);
        }
        if (fact instanceof TokenRevoked revoked) {
            Map<TokenId, Instant> fewer = new HashMap<>(tokens);
            fewer.remove(revoked.token());
            return with(verifier, codeExpiresAt, codes, fewer, locked, left);
        }
        if (fact instanceof FactorEnrolled enrolled) {
            // A token that was made without this app may be another's: none of them goes round it.
            return with(new Second(enrolled.factor(), enrolled.secret()), passkeys, recovery)
                    .with(verifier, codeExpiresAt, codes, Map.of(), locked, left);
        }
        if (fact instanceof FactorRemoved) {
            return with(null, passkeys, recovery).withoutWhatStandsInForNothing();
        }
        if (fact instanceof PasskeyAdded added) {
            List<Passkey> more = new ArrayList<>(passkeys);
            more.add(new Passkey(added.passkey(), added.place(), added.credential()));
            return with(second, more, recovery).with(verifier, codeExpiresAt, codes, Map.of(), locked, left);
        }
        if (fact instanceof PasskeyRemoved removed) {
            return without(removed.passkey()).withoutWhatStandsInForNothing();
        }
        if (fact instanceof RecoveryCodesIssued issued) {
            return with(second, passkeys, recovery.issued(issued.codes()));
        }
        if (fact instanceof RecoveryCodeUsed) {
            return with(second, passkeys, recovery.leaving(recovery.left() - 1));
        }
        if (fact instanceof AccountLocked) {
            // Whoever holds one of its tokens may be why it was locked: none of them comes back with it.
            return with(verifier, codeExpiresAt, codes, Map.of(), true, left);
        }
        if (fact instanceof AccountUnlocked) {
            return with(verifier, codeExpiresAt, codes, tokens, false, left);
        }
        if (fact instanceof AccountLeft) {
            return with(null, List.of(), recovery.leaving(0)).with(null, null, codes, Map.of(), locked, true);
        }
        throw new IllegalStateException(
                "a fact of accounts that nobody reads: " + fact.getClass().getSimpleName());
    }

    private AccountState withRole(Role role, boolean holds) {
        Set<Role> changed = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        if (holds) {
            changed.add(role);
        } else {
            changed.remove(role);
        }
        return new AccountState(
                account,
                name,
                person,
                changed,
                verifier,
                codeExpiresAt,
                codes,
                second,
                passkeys,
                recovery,
                tokens,
                locked,
                left);
    }

    private AccountState with(@Nullable Second newSecond, List<Passkey> newPasskeys, Recovery newRecovery) {
        return new AccountState(
                account,
                name,
                person,
                roles,
                verifier,
                codeExpiresAt,
                codes,
                newSecond,
                newPasskeys,
                newRecovery,
                tokens,
                locked,
                left);
    }

    private AccountState with(
            @Nullable Sealed newVerifier,
            @Nullable Instant newCodeExpiresAt,
            int newCodes,
            Map<TokenId, Instant> newTokens,
            boolean nowLocked,
            boolean nowLeft) {
        return new AccountState(
                account,
                name,
                person,
                roles,
                newVerifier,
                newCodeExpiresAt,
                newCodes,
                second,
                passkeys,
                recovery,
                newTokens,
                nowLocked,
                nowLeft);
    }

    /** As it would be without this app or passkey, recovery codes aside. */
    AccountState without(FactorId factor) {
        return with(
                second != null && second.factor().equals(factor) ? null : second,
                passkeys.stream().filter(each -> !each.passkey().equals(factor)).toList(),
                recovery);
    }

    private AccountState withoutWhatStandsInForNothing() {
        return hasSecondStep() ? this : with(second, passkeys, recovery.leaving(0));
    }

    /** Whether its holder shows more than a password. */
    boolean hasSecondStep() {
        return second != null || !passkeys.isEmpty();
    }

    /** What is kept of its passkeys, sealed. */
    Map<FactorId, Sealed> credentials() {
        return passkeys.stream().collect(Collectors.toUnmodifiableMap(Passkey::passkey, Passkey::credential));
    }

    /** Whether its holder may sign in and act now: a password was chosen, no code waits, not locked, not left. */
    boolean stands() {
        return verifier != null && codeExpiresAt == null && !locked && !left;
    }

    /** Whether the one-time code that was issued last can still be used at this moment. */
    boolean waitsForCode(Instant now) {
        return codeExpiresAt != null && now.isBefore(codeExpiresAt) && !locked && !left;
    }
}

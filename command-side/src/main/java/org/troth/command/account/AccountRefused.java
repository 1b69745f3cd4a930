package org.troth.command.account;

import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Refused;

/** Why something about an account may not happen. */
final class AccountRefused extends Refused {
    private static final long serialVersionUID = 1L;

    private AccountRefused(String rule, String message, @Nullable String field) {
        super(rule, message, field);
    }

    static AccountRefused nameTaken() {
        return new AccountRefused("name-taken", "Another account signs in with this name.", "name");
    }

    static AccountRefused personHasAccount() {
        return new AccountRefused("person-has-account", "This person has an account already.", "person");
    }

    static AccountRefused personNotOnRecord() {
        return new AccountRefused(
                "person-not-on-record",
                "This role is for an enrolled participant or a registered volunteer, by their identifier.",
                "person");
    }

    static AccountRefused rolesExclude(String field) {
        return new AccountRefused(
                "roles-exclude", "An account that keeps accounts, reviews or asks for help has no other role.", field);
    }

    static AccountRefused personsAccount(String field) {
        return new AccountRefused(
                "persons-account",
                "This is the account of a person of the programme. Whoever works in it has an account of their own for that.",
                field);
    }

    static AccountRefused ownRoles() {
        return new AccountRefused("own-roles", "Nobody changes their own roles.", "role");
    }

    static AccountRefused ownAccount() {
        return new AccountRefused("own-account", "Nobody locks, resets or closes their own account.", null);
    }

    static AccountRefused hasLeft() {
        return new AccountRefused("account-left", "This account is closed for good.", null);
    }

    static AccountRefused notOpen() {
        return new AccountRefused(
                "account-not-open", "This account is not open: no password was chosen, or it is locked.", null);
    }

    /** One answer for an unknown name, a wrong code and a late one. */
    static AccountRefused codeDoesNotFit() {
        return new AccountRefused(
                "code", "This name and code do not go together, or the code has expired. Ask for a new one.", "code");
    }

    static AccountRefused wrongPassword() {
        return new AccountRefused("current-password", "This is not the password of this account.", "current");
    }

    static AccountRefused codeOfAnotherKey() {
        return new AccountRefused(
                "factor-code",
                "This is not the code that your app shows now for this key. If it is, wait for the next one.",
                "code");
    }

    static AccountRefused noSecondFactor() {
        return new AccountRefused(
                "no-second-factor", "Recovery codes stand in for a second step, and none is set up.", null);
    }

    static AccountRefused secondStepDemanded() {
        return new AccountRefused(
                "second-step-demanded",
                "Those who work in the programme sign in with a second step. You can set up another app in place of this one.",
                null);
    }

    static AccountRefused stepUpFirst() {
        return new AccountRefused(
                "step-up-first",
                "This account signs in with a second step, so its tokens are made on its own page, after that step.",
                null);
    }

    static AccountRefused tooManyTokens() {
        return new AccountRefused(
                "too-many-tokens", "An account has at most twenty tokens in force. Revoke one first.", null);
    }
}

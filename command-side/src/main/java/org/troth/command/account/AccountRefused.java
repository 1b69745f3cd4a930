package org.troth.command.account;

import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** Why something about an account may not happen. */
final class AccountRefused extends Refused {
    private static final long serialVersionUID = 1L;

    private AccountRefused(String rule, Phrase words, @Nullable String field) {
        super(rule, words, field);
    }

    static AccountRefused nameTaken() {
        return new AccountRefused("name-taken", Phrase.of("command.account.refused.name-taken"), "name");
    }

    static AccountRefused personHasAccount() {
        return new AccountRefused(
                "person-has-account", Phrase.of("command.account.refused.person-has-account"), "person");
    }

    static AccountRefused personNotOnRecord() {
        return new AccountRefused(
                "person-not-on-record", Phrase.of("command.account.refused.person-not-on-record"), "person");
    }

    static AccountRefused rolesExclude(String field) {
        return new AccountRefused("roles-exclude", Phrase.of("command.account.refused.roles-exclude"), field);
    }

    static AccountRefused personsAccount(String field) {
        return new AccountRefused("persons-account", Phrase.of("command.account.refused.persons-account"), field);
    }

    static AccountRefused ownRoles() {
        return new AccountRefused("own-roles", Phrase.of("command.account.refused.own-roles"), "role");
    }

    static AccountRefused ownAccount() {
        return new AccountRefused("own-account", Phrase.of("command.account.refused.own-account"), null);
    }

    static AccountRefused hasLeft() {
        return new AccountRefused("account-left", Phrase.of("command.account.refused.account-left"), null);
    }

    static AccountRefused notOpen() {
        return new AccountRefused("account-not-open", Phrase.of("command.account.refused.account-not-open"), null);
    }

    /** One answer for an unknown name, a wrong code and a late one. */
    static AccountRefused codeDoesNotFit() {
        return new AccountRefused("code", Phrase.of("command.account.refused.code"), "code");
    }

    static AccountRefused wrongPassword() {
        return new AccountRefused("current-password", Phrase.of("command.account.refused.current-password"), "current");
    }

    static AccountRefused codeOfAnotherKey() {
        return new AccountRefused("factor-code", Phrase.of("command.account.refused.factor-code"), "code");
    }

    static AccountRefused noSecondFactor() {
        return new AccountRefused("no-second-factor", Phrase.of("command.account.refused.no-second-factor"), null);
    }

    /** One answer for whatever a browser said that was no passkey, or not the one that was asked for. */
    static AccountRefused noPasskey() {
        return new AccountRefused("passkey", Phrase.of("command.account.refused.passkey"), null);
    }

    static AccountRefused noPasskeysHere() {
        return new AccountRefused("no-passkeys-here", Phrase.of("command.account.refused.no-passkeys-here"), null);
    }

    static AccountRefused tooManyPasskeys() {
        return new AccountRefused("too-many-passkeys", Phrase.of("command.account.refused.too-many-passkeys"), null);
    }

    static AccountRefused secondStepDemanded() {
        return new AccountRefused(
                "second-step-demanded", Phrase.of("command.account.refused.second-step-demanded"), null);
    }

    static AccountRefused stepUpFirst() {
        return new AccountRefused("step-up-first", Phrase.of("command.account.refused.step-up-first"), null);
    }

    static AccountRefused tooManyTokens() {
        return new AccountRefused("too-many-tokens", Phrase.of("command.account.refused.too-many-tokens"), null);
    }
}

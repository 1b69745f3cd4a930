package org.troth.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.AccountId;
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
import org.troth.events.account.Role;

/** One account, from invitation to leaving. Who may ask for what is checked at the edge; what may happen, here. */
@Aggregate
class Account {

    /** How long a token holds at most. */
    static final Duration LONGEST_TOKEN = Duration.ofDays(90);

    private static final int MOST_TOKENS = 20;
    private static final int MOST_PASSKEYS = 10;
    private static final Set<Role> ALONE =
            Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.PARTICIPANT, Role.SECOND_CONTACT, Role.SYSTEM);

    @AggregateIdentifier
    private AccountId id;

    private @Nullable AccountState state;

    /** For the store, which replays the facts into it. */
    Account() {}

    @CommandHandler
    Account(InviteAccount command) {
        if (!goTogether(command.roles())) {
            throw AccountRefused.rolesExclude("roles");
        }
        if (command.person() == null && command.roles().stream().anyMatch(Account::isOfAPerson)) {
            throw AccountRefused.personNotOnRecord();
        }
        apply(new AccountInvited(command.account(), command.name(), command.person(), command.codeExpiresAt()));
        command.roles().stream().sorted().forEach(role -> apply(new RoleGiven(command.account(), role)));
    }

    @CommandHandler
    void handle(GiveRole command) {
        AccountState now = stillThere();
        if (command.by().equals(id)) {
            throw AccountRefused.ownRoles();
        }
        if (now.roles().contains(command.role())) {
            return;
        }
        Set<Role> wanted = EnumSet.of(command.role());
        wanted.addAll(now.roles());
        // The same for every person of the programme: the answer must not tell who asks for help.
        if (now.person() != null && !isOfAPerson(command.role())) {
            throw AccountRefused.personsAccount("role");
        }
        if (!goTogether(wanted)) {
            throw AccountRefused.rolesExclude("role");
        }
        if (now.person() == null && isOfAPerson(command.role())) {
            throw AccountRefused.personNotOnRecord();
        }
        apply(new RoleGiven(id, command.role()));
    }

    @CommandHandler
    void handle(TakeRole command) {
        AccountState now = stillThere();
        if (command.by().equals(id)) {
            throw AccountRefused.ownRoles();
        }
        if (now.roles().contains(command.role())) {
            apply(new RoleTaken(id, command.role()));
        }
    }

    @CommandHandler
    void handle(OpenAccount command, Clock clock) {
        if (!stillThere().waitsForCode(clock.instant())) {
            throw AccountRefused.codeDoesNotFit();
        }
        apply(new PasswordChosen(id, command.verifier()));
        TokenId token = command.token();
        Instant expiresAt = command.tokenExpiresAt();
        if (token != null && expiresAt != null) {
            issue(token, expiresAt, clock);
        }
    }

    @CommandHandler
    void handle(ChangePassword command) {
        if (!stillThere().stands()) {
            throw AccountRefused.notOpen();
        }
        apply(new PasswordChosen(id, command.verifier()));
    }

    @CommandHandler
    void handle(IssueToken command, Clock clock) {
        AccountState now = stillThere();
        if (!now.stands()) {
            throw AccountRefused.notOpen();
        }
        if (now.tokens().values().stream()
                        .filter(expiresAt -> clock.instant().isBefore(expiresAt))
                        .count()
                >= MOST_TOKENS) {
            throw AccountRefused.tooManyTokens();
        }
        issue(command.token(), command.expiresAt(), clock);
    }

    private void issue(TokenId token, Instant expiresAt, Clock clock) {
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_TOKEN))) {
            throw new IllegalArgumentException("a token holds for at most ninety days");
        }
        apply(new TokenIssued(id, token, expiresAt));
    }

    @CommandHandler
    void handle(RevokeToken command) {
        if (!stillThere().tokens().containsKey(command.token())) {
            throw new NotOnRecord();
        }
        apply(new TokenRevoked(id, command.token()));
    }

    @CommandHandler
    void handle(EnrolFactor command) {
        AccountState now = stillThere();
        if (!now.stands()) {
            throw AccountRefused.notOpen();
        }
        apply(new FactorEnrolled(id, command.factor(), command.secret()));
        issueFirst(command.recoveryCodes(), now.passkeys().isEmpty());
    }

    @CommandHandler
    void handle(AddPasskey command) {
        AccountState now = stillThere();
        if (!now.stands()) {
            throw AccountRefused.notOpen();
        }
        if (now.passkeys().size() >= MOST_PASSKEYS) {
            throw AccountRefused.tooManyPasskeys();
        }
        apply(new PasskeyAdded(id, command.passkey(), command.place(), command.credential()));
        issueFirst(command.recoveryCodes(), !now.hasSecondStep());
    }

    /** With the first second step of an account come its recovery codes; one beside it leaves them as they are. */
    private void issueFirst(int recoveryCodes, boolean first) {
        if (recoveryCodes > 0 != first) {
            throw new IllegalArgumentException("recovery codes come with the first second step and with no other");
        }
        if (first) {
            apply(new RecoveryCodesIssued(id, recoveryCodes));
        }
    }

    @CommandHandler
    void handle(RemovePasskey command) {
        if (!stillThere().credentials().containsKey(command.passkey())) {
            throw new NotOnRecord();
        }
        apply(new PasskeyRemoved(id, command.passkey()));
    }

    @CommandHandler
    void handle(IssueRecoveryCodes command) {
        AccountState now = stillThere();
        if (!now.stands()) {
            throw AccountRefused.notOpen();
        }
        if (!now.hasSecondStep()) {
            throw AccountRefused.noSecondFactor();
        }
        apply(new RecoveryCodesIssued(id, command.codes()));
    }

    @CommandHandler
    void handle(UseRecoveryCode command) {
        AccountState now = stillThere();
        if (!now.stands()) {
            throw AccountRefused.notOpen();
        }
        if (!now.hasSecondStep() || now.recovery().left() == 0) {
            throw AccountRefused.noSecondFactor();
        }
        apply(new RecoveryCodeUsed(id));
    }

    @CommandHandler
    void handle(RemoveFactor command) {
        removeFactor(stillThere());
    }

    private void removeFactor(AccountState now) {
        AccountState.Second second = now.second();
        if (second != null) {
            apply(new FactorRemoved(id, second.factor()));
        }
    }

    @CommandHandler
    void handle(LockAccount command) {
        AccountState now = notByItself(command.by());
        if (!now.locked()) {
            apply(new AccountLocked(id));
        }
    }

    @CommandHandler
    void handle(UnlockAccount command) {
        if (stillThere().locked()) {
            apply(new AccountUnlocked(id));
        }
    }

    @CommandHandler
    void handle(ResetPassword command) {
        AccountState now = notByItself(command.by());
        apply(new PasswordReset(id, command.codeExpiresAt()));
        if (command.factorLost()) {
            removeFactor(now);
            now.passkeys().forEach(each -> apply(new PasskeyRemoved(id, each.passkey())));
        }
    }

    @CommandHandler
    void handle(LeaveAccount command) {
        notByItself(command.by());
        apply(new AccountLeft(id));
    }

    private AccountState stillThere() {
        AccountState now = state;
        if (now == null) {
            throw new IllegalStateException("a command before the invitation");
        }
        if (now.left()) {
            throw AccountRefused.hasLeft();
        }
        return now;
    }

    private AccountState notByItself(AccountId by) {
        AccountState now = stillThere();
        if (by.equals(id)) {
            throw AccountRefused.ownAccount();
        }
        return now;
    }

    private static boolean isOfAPerson(Role role) {
        return role == Role.PARTICIPANT || role == Role.VOLUNTEER;
    }

    private static boolean goTogether(Set<Role> roles) {
        return !roles.contains(Role.SYSTEM)
                && !roles.contains(Role.AGENCY)
                && (roles.size() < 2 || roles.stream().noneMatch(ALONE::contains));
    }

    @EventSourcingHandler
    void on(AccountEvent fact) {
        id = fact.account();
        state = AccountState.after(state, fact);
    }
}

package org.troth.query.account;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
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
import org.troth.events.recording.Metadata;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps what an administrator sees of accounts; verifiers of passwords stay out of the views. */
@KeepsRows
final class AccountProjection {

    private static final Write INVITED = new Write("account", """
            insert into account (id, person, invited_at, invited_position, code_expires_at, name)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                person = excluded.person, invited_at = excluded.invited_at,
                invited_position = excluded.invited_position, code_expires_at = excluded.code_expires_at,
                password_at = null, locked = false, left_at = null, name = excluded.name,
                factor = null, factor_at = null, recovery_at = null, recovery_used_at = null,
                reset_at = null, reset_by = null
            """);

    private static final Write GIVEN = new Write("account_role", """
            insert into account_role (account, role, given_at) values (?, ?, ?)
            on conflict (account, role) do update set given_at = excluded.given_at
            """);

    private static final Write TAKEN =
            new Write("account_role", "delete from account_role where account = ? and role = ?");

    private static final Write PASSWORD =
            new Write("account", "update account set password_at = ?, code_expires_at = null where id = ?");

    private static final Write RESET = new Write("account", """
            update account set password_at = null, code_expires_at = ?, reset_at = ?, reset_by = ? where id = ?
            """);

    private static final Write ENROLLED =
            new Write("account", "update account set factor = ?, factor_at = ? where id = ?");

    private static final Write REMOVED =
            new Write("account", "update account set factor = null, factor_at = null where id = ? and factor = ?");

    private static final Write PASSKEY = new Write("account_passkey", """
            insert into account_passkey (passkey, account, added_at) values (?, ?, ?)
            on conflict (passkey) do update set account = excluded.account, added_at = excluded.added_at
            """);

    private static final Write NO_PASSKEY =
            new Write("account_passkey", "delete from account_passkey where passkey = ?");

    private static final Write RECOVERY =
            new Write("account", "update account set recovery_at = ?, recovery_used_at = null where id = ?");

    private static final Write RECOVERED = new Write("account", "update account set recovery_used_at = ? where id = ?");

    private static final Write ISSUED = new Write("account_token", """
            insert into account_token (token, account, issued_at, expires_at) values (?, ?, ?, ?)
            on conflict (token) do update set revoked_at = null
            """);

    private static final Write REVOKED =
            new Write("account_token", "update account_token set revoked_at = ? where token = ?");

    private static final Write ENDED = new Write(
            "account_token", "update account_token set revoked_at = ? where account = ? and revoked_at is null");

    private static final Write LOCKED = new Write("account", "update account set locked = ? where id = ?");

    private static final Write LEFT = new Write("account", "update account set left_at = ? where id = ?");

    private final Rows rows;

    AccountProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(AccountInvited fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                INVITED,
                fact.account().value(),
                fact.person(),
                at,
                Rows.position(token),
                fact.codeExpiresAt(),
                fact.name());
    }

    @EventHandler
    void on(RoleGiven fact, @Timestamp Instant at) {
        rows.write(GIVEN, fact.account().value(), fact.role(), at);
    }

    @EventHandler
    void on(RoleTaken fact) {
        rows.write(TAKEN, fact.account().value(), fact.role());
    }

    @EventHandler
    void on(PasswordChosen fact, @Timestamp Instant at) {
        rows.write(PASSWORD, at, fact.account().value());
    }

    @EventHandler
    void on(PasswordReset fact, @Timestamp Instant at, EventMessage<?> message) {
        rows.write(
                RESET, fact.codeExpiresAt(), at, keeper(message), fact.account().value());
        rows.write(ENDED, at, fact.account().value());
    }

    /** The account that acted; none when it was the product itself, which has none to be shown. */
    private static @Nullable UUID keeper(EventMessage<?> message) {
        Object actor = message.getMetaData().get(Metadata.ACTOR);
        boolean product = Role.SYSTEM.name().equals(message.getMetaData().get(Metadata.ROLES));
        return actor == null || product ? null : UUID.fromString(actor.toString());
    }

    @EventHandler
    void on(FactorEnrolled fact, @Timestamp Instant at) {
        rows.write(ENROLLED, fact.factor().value(), at, fact.account().value());
        rows.write(ENDED, at, fact.account().value());
    }

    @EventHandler
    void on(FactorRemoved fact) {
        rows.write(REMOVED, fact.account().value(), fact.factor().value());
    }

    @EventHandler
    void on(PasskeyAdded fact, @Timestamp Instant at) {
        rows.write(PASSKEY, fact.passkey().value(), fact.account().value(), at);
        rows.write(ENDED, at, fact.account().value());
    }

    @EventHandler
    void on(PasskeyRemoved fact) {
        rows.write(NO_PASSKEY, fact.passkey().value());
    }

    @EventHandler
    void on(RecoveryCodesIssued fact, @Timestamp Instant at) {
        rows.write(RECOVERY, at, fact.account().value());
    }

    @EventHandler
    void on(RecoveryCodeUsed fact, @Timestamp Instant at) {
        rows.write(RECOVERED, at, fact.account().value());
    }

    @EventHandler
    void on(TokenIssued fact, @Timestamp Instant at) {
        rows.write(ISSUED, fact.token().value(), fact.account().value(), at, fact.expiresAt());
    }

    @EventHandler
    void on(TokenRevoked fact, @Timestamp Instant at) {
        rows.write(REVOKED, at, fact.token().value());
    }

    @EventHandler
    void on(AccountLocked fact, @Timestamp Instant at) {
        rows.write(LOCKED, true, fact.account().value());
        rows.write(ENDED, at, fact.account().value());
    }

    @EventHandler
    void on(AccountUnlocked fact) {
        rows.write(LOCKED, false, fact.account().value());
    }

    @EventHandler
    void on(AccountLeft fact, @Timestamp Instant at) {
        rows.write(LEFT, at, fact.account().value());
        rows.write(ENDED, at, fact.account().value());
    }
}

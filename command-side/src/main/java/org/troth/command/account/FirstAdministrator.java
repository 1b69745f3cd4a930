package org.troth.command.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.account.AccountStreams.Found;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.What;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Words;
import org.troth.events.recording.Unit;

/**
 * How the first administrator comes in, whom nobody can invite. There is one such account, with an identifier of its own,
 * so that two nodes that start at once cannot make two.
 */
@Component
public class FirstAdministrator {

    private static final AccountId FIRST = AccountId.of("7ad1f7c5-3c6e-4d0f-9a53-0c7f1a1d0001");
    private static final Actor BOOTSTRAP = Actor.system(UUID.fromString("7ad1f7c5-3c6e-4d0f-9a53-0c7f1a1d0002"));

    private final Dispatch dispatch;
    private final AccountStreams accounts;
    private final Sealer sealer;
    private final Tags tags;
    private final Codes codes;
    private final Clock clock;

    FirstAdministrator(Dispatch dispatch, AccountStreams accounts, Sealer sealer, Tags tags, Codes codes, Clock clock) {
        this.dispatch = dispatch;
        this.accounts = accounts;
        this.sealer = sealer;
        this.tags = tags;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Invites the first administrator by this name, or, as long as they have not chosen a password, issues a new code to
     * the account there is (which keeps its name). Empty for ever after.
     *
     * @return the one-time code, which is kept nowhere else and holds for seven days
     */
    public Optional<String> invite(String signInName) {
        Optional<Found> before = accounts.of(FIRST);
        if (before.isPresent()
                && (before.get().state().verifier() != null
                        || before.get().state().left())) {
            return Optional.empty();
        }
        String code = codes.next();
        Instant expiresAt = clock.instant().plus(AdministratorDesk.INVITATION);
        UUID request = UUID.randomUUID();
        dispatch.act(
                BOOTSTRAP,
                request,
                null,
                What.of("first-administrator"),
                () -> before.isEmpty()
                        ? invitation(signInName, code, expiresAt, request)
                        : anotherCode(before.get(), code, expiresAt, request));
        return Optional.of(code);
    }

    private Intent invitation(String signInName, String code, Instant expiresAt, UUID request) {
        return new Intent(
                new InviteAccount(
                        FIRST,
                        sealer.seal(Words.ACCOUNT_NAME, FIRST.value(), signInName.strip()),
                        null,
                        Set.of(Role.ADMINISTRATOR),
                        expiresAt),
                new Unit(BOOTSTRAP, request)
                        .taking(SignInName.of(signInName).claim(tags))
                        .taking(OneTimeCode.of(code).claim(tags, FIRST, 1)),
                FIRST.toString());
    }

    private Intent anotherCode(Found before, String code, Instant expiresAt, UUID request) {
        return new Intent(
                new ResetPassword(FIRST, expiresAt, BOOTSTRAP.account(), false),
                new Unit(BOOTSTRAP, request)
                        .provided(before.unchanged())
                        .taking(OneTimeCode.of(code)
                                .claim(tags, FIRST, before.state().codes() + 1)),
                FIRST.toString());
    }
}

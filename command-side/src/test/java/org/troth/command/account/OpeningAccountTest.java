package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.NAME;
import static org.troth.command.account.Sample.NOW;
import static org.troth.command.account.Sample.OPENED;
import static org.troth.command.account.Sample.TOKEN;
import static org.troth.command.account.Sample.VERIFIER;

import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.TokenIssued;

class OpeningAccountTest {

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void choosesThePassword() {
        fixture.given(INVITED).when(open()).expectEvents(OPENED);
    }

    @Test
    void canBringAFirstToken() {
        fixture.given(INVITED)
                .when(new OpenAccount(ACCOUNT, VERIFIER, TOKEN, NOW.plus(Duration.ofDays(90))))
                .expectEvents(OPENED, new TokenIssued(ACCOUNT, TOKEN, NOW.plus(Duration.ofDays(90))));
    }

    @Test
    void isPossibleOnce() {
        fixture.given(INVITED, OPENED).when(open()).expectException(AccountRefused.class);
    }

    @Test
    void isPossibleAgainAfterAReset() {
        fixture.given(INVITED, OPENED, new PasswordReset(ACCOUNT, LATER))
                .when(open())
                .expectEvents(OPENED);
    }

    @Test
    void isRefusedFromTheMomentTheCodeExpires() {
        fixture.given(new AccountInvited(ACCOUNT, NAME, null, NOW)).when(open()).expectException(AccountRefused.class);
    }

    @Test
    void isRefusedWhileLocked() {
        fixture.given(INVITED, new AccountLocked(ACCOUNT)).when(open()).expectException(AccountRefused.class);
    }

    @Test
    void isNeededBeforeThePasswordIsChanged() {
        fixture.given(INVITED).when(new ChangePassword(ACCOUNT, VERIFIER)).expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new ChangePassword(ACCOUNT, VERIFIER))
                .expectEvents(OPENED);
    }

    private static OpenAccount open() {
        return new OpenAccount(ACCOUNT, VERIFIER, null, null);
    }
}

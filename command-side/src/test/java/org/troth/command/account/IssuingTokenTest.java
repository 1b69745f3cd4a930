package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.NOW;
import static org.troth.command.account.Sample.OPENED;
import static org.troth.command.account.Sample.TOKEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.TokenId;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.TokenIssued;
import org.troth.events.account.AccountEvent.TokenRevoked;

class IssuingTokenTest {

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void isForAnOpenAccount() {
        fixture.given(INVITED, OPENED)
                .when(new IssueToken(ACCOUNT, TOKEN, LATER))
                .expectEvents(new TokenIssued(ACCOUNT, TOKEN, LATER));
    }

    @Test
    void isRefusedWithoutAPasswordWhileLockedAndDuringAReset() {
        fixture.given(INVITED).when(new IssueToken(ACCOUNT, TOKEN, LATER)).expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, new AccountLocked(ACCOUNT))
                .when(new IssueToken(ACCOUNT, TOKEN, LATER))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, new PasswordReset(ACCOUNT, LATER))
                .when(new IssueToken(ACCOUNT, TOKEN, LATER))
                .expectException(AccountRefused.class);
    }

    @Test
    void neverOutlastsNinetyDays() {
        Instant ninety = NOW.plus(Duration.ofDays(90));
        fixture.given(INVITED, OPENED)
                .when(new IssueToken(ACCOUNT, TOKEN, ninety))
                .expectEvents(new TokenIssued(ACCOUNT, TOKEN, ninety));
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new IssueToken(ACCOUNT, TOKEN, ninety.plusMillis(1)))
                .expectException(IllegalArgumentException.class);
    }

    @Test
    void stopsAtTwentyInForceAndDoesNotCountTheExpired() {
        List<Object> before = new ArrayList<>(List.of(INVITED, OPENED));
        for (int token = 0; token < 20; token++) {
            before.add(new TokenIssued(ACCOUNT, new TokenId(new UUID(0, token)), LATER));
        }
        fixture.given(before).when(new IssueToken(ACCOUNT, TOKEN, LATER)).expectException(AccountRefused.class);

        before.set(5, new TokenIssued(ACCOUNT, new TokenId(new UUID(0, 3)), NOW));
        Sample.fixture()
                .given(before)
                .when(new IssueToken(ACCOUNT, TOKEN, LATER))
                .expectEvents(new TokenIssued(ACCOUNT, TOKEN, LATER));
    }

    @Test
    void isEndedByRevokingItOnce() {
        fixture.given(INVITED, OPENED, new TokenIssued(ACCOUNT, TOKEN, LATER))
                .when(new RevokeToken(ACCOUNT, TOKEN))
                .expectEvents(new TokenRevoked(ACCOUNT, TOKEN));
        Sample.fixture()
                .given(INVITED, OPENED, new TokenIssued(ACCOUNT, TOKEN, LATER), new TokenRevoked(ACCOUNT, TOKEN))
                .when(new RevokeToken(ACCOUNT, TOKEN))
                .expectException(NotOnRecord.class);
    }
}

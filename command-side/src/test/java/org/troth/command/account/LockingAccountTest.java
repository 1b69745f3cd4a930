package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.ADMINISTRATOR;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.OPENED;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.AccountUnlocked;
import org.troth.events.account.AccountEvent.PasswordReset;

class LockingAccountTest {

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void isDoneByAnotherOnce() {
        fixture.given(INVITED, OPENED)
                .when(new LockAccount(ACCOUNT, ADMINISTRATOR))
                .expectEvents(new AccountLocked(ACCOUNT));
        Sample.fixture()
                .given(INVITED, OPENED, new AccountLocked(ACCOUNT))
                .when(new LockAccount(ACCOUNT, ADMINISTRATOR))
                .expectNoEvents();
    }

    @Test
    void isNeverDoneToOneself() {
        fixture.given(INVITED, OPENED).when(new LockAccount(ACCOUNT, ACCOUNT)).expectException(AccountRefused.class);
    }

    @Test
    void canBeUndone() {
        fixture.given(INVITED, OPENED, new AccountLocked(ACCOUNT))
                .when(new UnlockAccount(ACCOUNT))
                .expectEvents(new AccountUnlocked(ACCOUNT));
        Sample.fixture().given(INVITED, OPENED).when(new UnlockAccount(ACCOUNT)).expectNoEvents();
    }

    @Test
    void resetsAndLeavesByAnotherOnly() {
        fixture.given(INVITED, OPENED)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, false))
                .expectEvents(new PasswordReset(ACCOUNT, LATER));
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new ResetPassword(ACCOUNT, LATER, ACCOUNT, false))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new LeaveAccount(ACCOUNT, ADMINISTRATOR))
                .expectEvents(new AccountLeft(ACCOUNT));
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new LeaveAccount(ACCOUNT, ACCOUNT))
                .expectException(AccountRefused.class);
    }

    @Test
    void cannotHappenToAnAccountThatLeft() {
        for (Object command : new Object[] {
            new LockAccount(ACCOUNT, ADMINISTRATOR),
            new UnlockAccount(ACCOUNT),
            new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, false),
            new LeaveAccount(ACCOUNT, ADMINISTRATOR)
        }) {
            Sample.fixture()
                    .given(INVITED, OPENED, new AccountLeft(ACCOUNT))
                    .when(command)
                    .expectException(AccountRefused.class)
                    .expectExceptionMessage("This account is closed for good.");
        }
    }
}

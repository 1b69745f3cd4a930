package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.ADMINISTRATOR;
import static org.troth.command.account.Sample.FACTOR;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.OPENED;
import static org.troth.command.account.Sample.SECRET;

import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;

class EnrollingFactorTest {

    private static final FactorEnrolled ENROLLED = new FactorEnrolled(ACCOUNT, FACTOR, SECRET);
    private static final RecoveryCodesIssued TWO = new RecoveryCodesIssued(ACCOUNT, 2);
    private static final RecoveryCodeUsed USED = new RecoveryCodeUsed(ACCOUNT);

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void comesWithRecoveryCodes() {
        fixture.given(INVITED, OPENED)
                .when(new EnrolFactor(ACCOUNT, FACTOR, SECRET, 10))
                .expectEvents(ENROLLED, new RecoveryCodesIssued(ACCOUNT, 10));
    }

    @Test
    void takesThePlaceOfTheOneBefore() {
        FactorId another = new FactorId(UUID.fromString("00000000-0000-4000-8000-0000000000d2"));
        fixture.given(INVITED, OPENED, ENROLLED, TWO, new FactorEnrolled(ACCOUNT, another, SECRET))
                .when(new RemoveFactor(ACCOUNT))
                .expectEvents(new FactorRemoved(ACCOUNT, another));
    }

    @Test
    void isForAnOpenAccount() {
        Object enrolment = new EnrolFactor(ACCOUNT, FACTOR, SECRET, 10);
        fixture.given(INVITED).when(enrolment).expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, new AccountLocked(ACCOUNT))
                .when(enrolment)
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, new PasswordReset(ACCOUNT, LATER))
                .when(enrolment)
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, new AccountLeft(ACCOUNT))
                .when(enrolment)
                .expectException(AccountRefused.class);
    }

    @Test
    void givesRecoveryCodesOnlyWhileThereIsWhatTheyStandInFor() {
        fixture.given(INVITED, OPENED, ENROLLED, TWO)
                .when(new IssueRecoveryCodes(ACCOUNT, 10))
                .expectEvents(new RecoveryCodesIssued(ACCOUNT, 10));
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new IssueRecoveryCodes(ACCOUNT, 10))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, ENROLLED, TWO, new FactorRemoved(ACCOUNT, FACTOR))
                .when(new IssueRecoveryCodes(ACCOUNT, 10))
                .expectException(AccountRefused.class);
    }

    @Test
    void usesAsManyRecoveryCodesAsWereIssuedLast() {
        fixture.given(INVITED, OPENED, ENROLLED, TWO, USED)
                .when(new UseRecoveryCode(ACCOUNT))
                .expectEvents(USED);
        Sample.fixture()
                .given(INVITED, OPENED, ENROLLED, TWO, USED, USED)
                .when(new UseRecoveryCode(ACCOUNT))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, ENROLLED, TWO, USED, USED, TWO)
                .when(new UseRecoveryCode(ACCOUNT))
                .expectEvents(USED);
    }

    @Test
    void endsWithAResetOnlyWhenItWasLostToo() {
        fixture.given(INVITED, OPENED, ENROLLED, TWO)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, false))
                .expectEvents(new PasswordReset(ACCOUNT, LATER));
        Sample.fixture()
                .given(INVITED, OPENED, ENROLLED, TWO)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, true))
                .expectEvents(new PasswordReset(ACCOUNT, LATER), new FactorRemoved(ACCOUNT, FACTOR));
        Sample.fixture()
                .given(INVITED, OPENED)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, true))
                .expectEvents(new PasswordReset(ACCOUNT, LATER));
    }

    @Test
    void removesNothingTwice() {
        fixture.given(INVITED, OPENED, ENROLLED, TWO, new FactorRemoved(ACCOUNT, FACTOR))
                .when(new RemoveFactor(ACCOUNT))
                .expectNoEvents();
    }
}

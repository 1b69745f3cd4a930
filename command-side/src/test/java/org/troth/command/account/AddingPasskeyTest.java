package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.ADMINISTRATOR;
import static org.troth.command.account.Sample.CREDENTIAL;
import static org.troth.command.account.Sample.FACTOR;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.MADE;
import static org.troth.command.account.Sample.OPENED;
import static org.troth.command.account.Sample.PASSKEY;
import static org.troth.command.account.Sample.SECRET;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;
import org.troth.events.account.PasskeyPlace;

class AddingPasskeyTest {

    private static final FactorEnrolled APP = new FactorEnrolled(ACCOUNT, FACTOR, SECRET);
    private static final RecoveryCodesIssued TEN = new RecoveryCodesIssued(ACCOUNT, 10);
    private static final AddPasskey FIRST = new AddPasskey(ACCOUNT, PASSKEY, PasskeyPlace.PHONE, CREDENTIAL, 10);
    private static final AddPasskey BESIDE = new AddPasskey(ACCOUNT, PASSKEY, PasskeyPlace.PHONE, CREDENTIAL, 0);
    private static final FactorId ANOTHER = new FactorId(UUID.fromString("00000000-0000-4000-8000-0000000000e2"));
    private static final PasskeyAdded OTHER = new PasskeyAdded(ACCOUNT, ANOTHER, PasskeyPlace.SECURITY_KEY, CREDENTIAL);

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void comesWithRecoveryCodesWhenItIsTheFirstSecondStep() {
        fixture.given(INVITED, OPENED).when(FIRST).expectEvents(MADE, TEN);
        Sample.fixture().given(INVITED, OPENED, APP, TEN).when(BESIDE).expectEvents(MADE);
        Sample.fixture().given(INVITED, OPENED, OTHER, TEN).when(BESIDE).expectEvents(MADE);
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN, new PasskeyRemoved(ACCOUNT, PASSKEY))
                .when(FIRST)
                .expectEvents(MADE, TEN);
    }

    @Test
    void leavesNoSecondStepWithoutRecoveryCodes() {
        fixture.given(INVITED, OPENED).when(BESIDE).expectException(IllegalArgumentException.class);
    }

    @Test
    void letsAnAppComeBesideItWithoutOtherCodes() {
        fixture.given(INVITED, OPENED, MADE, TEN)
                .when(new EnrolFactor(ACCOUNT, FACTOR, SECRET, 0))
                .expectEvents(APP);
    }

    @Test
    void isForAnOpenAccount() {
        for (AccountEvent ended :
                List.of(new AccountLocked(ACCOUNT), new PasswordReset(ACCOUNT, LATER), new AccountLeft(ACCOUNT))) {
            Sample.fixture().given(INVITED, OPENED, ended).when(FIRST).expectException(AccountRefused.class);
        }
        fixture.given(INVITED).when(FIRST).expectException(AccountRefused.class);
    }

    @Test
    void endsAtTen() {
        List<Object> facts = new ArrayList<>(List.of(INVITED, OPENED));
        for (int i = 0; i < 10; i++) {
            facts.add(new PasskeyAdded(ACCOUNT, new FactorId(new UUID(1, i)), PasskeyPlace.ELSEWHERE, CREDENTIAL));
        }
        fixture.given(facts).when(BESIDE).expectException(AccountRefused.class);
    }

    @Test
    void isTakenBackOneByOne() {
        fixture.given(INVITED, OPENED, MADE, TEN, OTHER)
                .when(new RemovePasskey(ACCOUNT, PASSKEY))
                .expectEvents(new PasskeyRemoved(ACCOUNT, PASSKEY));
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN, new PasskeyRemoved(ACCOUNT, PASSKEY))
                .when(new RemovePasskey(ACCOUNT, PASSKEY))
                .expectException(NotOnRecord.class);
    }

    @Test
    void keepsItsRecoveryCodesUntilTheLastSecondStepIsGone() {
        UseRecoveryCode use = new UseRecoveryCode(ACCOUNT);
        fixture.given(INVITED, OPENED, APP, TEN, MADE, new FactorRemoved(ACCOUNT, FACTOR))
                .when(use)
                .expectEvents(new RecoveryCodeUsed(ACCOUNT));
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN, OTHER, new PasskeyRemoved(ACCOUNT, PASSKEY))
                .when(use)
                .expectEvents(new RecoveryCodeUsed(ACCOUNT));
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN, new PasskeyRemoved(ACCOUNT, PASSKEY))
                .when(use)
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN)
                .when(new IssueRecoveryCodes(ACCOUNT, 10))
                .expectEvents(TEN);
    }

    @Test
    void endsWithAResetOnlyWhenItWasLostToo() {
        fixture.given(INVITED, OPENED, APP, TEN, MADE, OTHER)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, true))
                .expectEvents(
                        new PasswordReset(ACCOUNT, LATER),
                        new FactorRemoved(ACCOUNT, FACTOR),
                        new PasskeyRemoved(ACCOUNT, PASSKEY),
                        new PasskeyRemoved(ACCOUNT, ANOTHER));
        Sample.fixture()
                .given(INVITED, OPENED, MADE, TEN)
                .when(new ResetPassword(ACCOUNT, LATER, ADMINISTRATOR, false))
                .expectEvents(new PasswordReset(ACCOUNT, LATER));
    }
}

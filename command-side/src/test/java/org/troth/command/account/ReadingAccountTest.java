package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.AccountId;
import org.troth.events.TokenId;
import org.troth.events.account.AccountEvent;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.AccountUnlocked;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.AccountEvent.RoleTaken;
import org.troth.events.account.AccountEvent.TokenIssued;
import org.troth.events.account.AccountEvent.TokenRevoked;
import org.troth.events.account.Role;

class ReadingAccountTest {

    static Stream<AccountEvent> everyFact() {
        AccountId account = Sample.ACCOUNT;
        return Stream.of(
                Sample.INVITED,
                new RoleGiven(account, Role.AUDITOR),
                new RoleTaken(account, Role.AUDITOR),
                Sample.OPENED,
                new PasswordReset(account, Sample.LATER),
                new FactorEnrolled(account, Sample.FACTOR, Sample.SECRET),
                new FactorRemoved(account, Sample.FACTOR),
                Sample.MADE,
                new PasskeyRemoved(account, Sample.PASSKEY),
                new RecoveryCodesIssued(account, 10),
                new RecoveryCodeUsed(account),
                new TokenIssued(account, Sample.TOKEN, Sample.LATER),
                new TokenRevoked(account, Sample.TOKEN),
                new AccountLocked(account),
                new AccountUnlocked(account),
                new AccountLeft(account));
    }

    @Test
    void knowsEveryFactOfTheFamily() {
        assertThat(everyFact().map(Object::getClass))
                .containsExactlyInAnyOrder(AccountEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void readsEveryFact(AccountEvent fact) {
        AccountState state = AccountState.after(AccountState.after(null, Sample.INVITED), fact);

        assertThat(state.account()).isEqualTo(Sample.ACCOUNT);
    }

    @Test
    void refusesAStreamThatDoesNotBeginWithAnInvitation() {
        assertThatThrownBy(() -> AccountState.after(null, Sample.OPENED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void addsUpToWhoMayActNow() {
        AccountState invited = after(Sample.INVITED);
        assertThat(invited.stands()).isFalse();
        assertThat(invited.waitsForCode(Sample.NOW)).isTrue();
        assertThat(invited.waitsForCode(Sample.LATER)).isFalse();

        assertThat(after(Sample.INVITED, Sample.OPENED).stands()).isTrue();
        assertThat(after(Sample.INVITED, Sample.OPENED, new AccountLocked(Sample.ACCOUNT))
                        .stands())
                .isFalse();
        assertThat(after(
                                Sample.INVITED,
                                Sample.OPENED,
                                new AccountLocked(Sample.ACCOUNT),
                                new AccountUnlocked(Sample.ACCOUNT))
                        .stands())
                .isTrue();
        assertThat(after(Sample.INVITED, Sample.OPENED, new AccountLeft(Sample.ACCOUNT))
                        .stands())
                .isFalse();
    }

    @Test
    void endsEveryTokenAndTheOldCodeByAReset() {
        AccountState reset = after(
                Sample.INVITED,
                Sample.OPENED,
                new TokenIssued(Sample.ACCOUNT, Sample.TOKEN, Sample.LATER),
                new TokenIssued(Sample.ACCOUNT, new TokenId(UUID.randomUUID()), Sample.LATER),
                new PasswordReset(Sample.ACCOUNT, Sample.LATER.plus(Duration.ofDays(1))));

        assertThat(reset.stands()).isFalse();
        assertThat(reset.tokens()).isEmpty();
        assertThat(reset.codes()).isEqualTo(2);
    }

    @Test
    void countsRecoveryCodesDownAndEndsThemWithAnotherIssueAndWithTheFactor() {
        FactorEnrolled enrolled = new FactorEnrolled(Sample.ACCOUNT, Sample.FACTOR, Sample.SECRET);
        RecoveryCodesIssued ten = new RecoveryCodesIssued(Sample.ACCOUNT, 10);
        RecoveryCodeUsed used = new RecoveryCodeUsed(Sample.ACCOUNT);

        AccountState two = after(Sample.INVITED, Sample.OPENED, enrolled, ten, used, used);
        assertThat(two.recovery()).isEqualTo(new AccountState.Recovery(1, 8));
        assertThat(AccountState.after(two, ten).recovery()).isEqualTo(new AccountState.Recovery(2, 10));
        AccountState removed = AccountState.after(two, new FactorRemoved(Sample.ACCOUNT, Sample.FACTOR));
        assertThat(removed.recovery()).isEqualTo(new AccountState.Recovery(1, 0));
        assertThat(removed.second()).isNull();
        AccountState left = AccountState.after(two, new AccountLeft(Sample.ACCOUNT));
        assertThat(left.second()).isNull();
        assertThat(left.recovery().left()).isZero();
    }

    @Test
    void keepsTheSecondFactorThroughAResetOfThePassword() {
        FactorEnrolled enrolled = new FactorEnrolled(Sample.ACCOUNT, Sample.FACTOR, Sample.SECRET);

        AccountState reset = after(
                Sample.INVITED,
                Sample.OPENED,
                enrolled,
                new RecoveryCodesIssued(Sample.ACCOUNT, 10),
                new PasswordReset(Sample.ACCOUNT, Sample.LATER),
                Sample.OPENED);

        assertThat(reset.second()).isEqualTo(new AccountState.Second(Sample.FACTOR, Sample.SECRET));
        assertThat(reset.recovery().left()).isEqualTo(10);
    }

    private static AccountState after(AccountEvent... facts) {
        AccountState state = null;
        for (AccountEvent fact : List.of(facts)) {
            state = AccountState.after(state, fact);
        }
        return state;
    }
}

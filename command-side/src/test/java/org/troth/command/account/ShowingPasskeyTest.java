package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.account.AccountHouse.errand;
import static org.troth.command.account.AccountHouse.request;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.account.AccountHouse.OneChallenge;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.AccountEvent.RecoveryCodesIssued;
import org.troth.events.account.Actor;
import org.troth.events.account.SecondStep;
import org.troth.events.account.StepWays;
import org.troth.events.disclosure.TooManyRefusals;

class ShowingPasskeyTest {

    private static final String KEY = "KEY41";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final AccountHouse house = new AccountHouse();
    private Actor keeper = house.firstAdministrator();
    private Actor reader = keeper;

    @BeforeEach
    void open() {
        reader = house.opened(keeper, "reader", "AUDITOR");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isAskedForAfterThePasswordAndLetsIn() {
        assertThat(house.make(reader, "phone")).hasSize(10);
        Actor half = house.signedIn("reader");

        assertThat(house.signIn.secondStep(half)).isEqualTo(SecondStep.CODE);
        assertThat(house.signIn.ways(half)).isEqualTo(new StepWays(false, true));
        assertThat(house.show(half, "phone", 2)).contains(half);
        assertThat(house.signIn.again(half, AccountHouse.PASSWORD))
                .as("the password is no second step")
                .isEmpty();
    }

    @Test
    void fulfilsWhatIsDemandedOfThoseWhoWorkInTheProgramme() {
        try (AccountHouse strict = new AccountHouse(true)) {
            Actor administrator = strict.firstAdministrator();
            assertThat(strict.signIn.secondStep(administrator)).isEqualTo(SecondStep.ENROLMENT);
            strict.make(administrator, "key");
            Actor half = strict.signedIn("keeper");
            assertThat(strict.signIn.secondStep(half)).isEqualTo(SecondStep.CODE);
            assertThatThrownBy(() -> strict.passkeyDesk.remove(errand(half, "/removal"), only(strict)))
                    .isInstanceOf(AccountRefused.class);

            strict.enrol(half, KEY);
            Actor both = strict.signedIn("keeper");
            strict.passkeyDesk.remove(errand(both, "/removal"), only(strict));
            Actor app = strict.signedIn("keeper");
            assertThat(strict.signIn.ways(app)).isEqualTo(new StepWays(true, false));
            assertThatThrownBy(() -> strict.factors.remove(errand(app, "/accounts/mine/factor/removal")))
                    .isInstanceOf(AccountRefused.class);
        }
    }

    private static FactorId only(AccountHouse house) {
        return house.house.record().facts(PasskeyAdded.class).get(0).passkey();
    }

    @Test
    void standsBesideAnAppAndItsCodesStay() {
        List<String> codes = house.enrol(reader, KEY);
        Actor in = house.signedIn("reader");
        assertThat(house.make(in, "phone")).isEmpty();
        assertThat(house.house.record().facts(RecoveryCodesIssued.class)).hasSize(1);

        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        assertThat(house.signIn.ways(half)).isEqualTo(new StepWays(true, true));
        assertThat(house.show(half, "phone", 2)).contains(half);
        assertThat(house.signIn.byCode(half, house.code(KEY))).contains(half);
        assertThat(house.signIn.byCode(half, codes.get(0))).isPresent();
    }

    @Test
    void takesTheRecoveryCodesThatCameWithIt() {
        List<String> codes = house.make(reader, "phone");
        Actor half = house.signedIn("reader");
        assertThat(house.signIn.byCode(half, "123456")).isEmpty();
        assertThat(house.signIn.byCode(half, codes.get(0))).isPresent();
        assertThat(house.house.record().facts(RecoveryCodeUsed.class)).hasSize(1);
    }

    @Test
    void isRefusedAlikeWhateverIsWrongAndCountsLikeAWrongCode() {
        house.make(reader, "phone");
        house.make(keeper, "theirs");
        Actor half = house.signedIn("reader");
        String challenge = house.signIn.passkeyQuestion(half).orElseThrow().challenge();
        List<String> wrong = List.of(
                "shown phone 2 another",
                "shown theirs 2 " + challenge,
                "shown nobodys 2 " + challenge,
                "made phone 2 " + challenge,
                "",
                "{}");
        for (String answer : wrong) {
            assertThat(house.signIn.byPasskey(half, challenge, answer))
                    .as(answer)
                    .isEmpty();
        }
        assertThat(house.signIn.byPasskey(half, null, "shown phone 2 " + challenge))
                .as("asked for a long time ago, or twice")
                .isEmpty();
        assertThat(house.signIn.wantsRecoveryCode(half)).isFalse();
        for (int i = wrong.size() + 1; i < WrongCodes.MOST; i++) {
            house.signIn.byPasskey(half, null, "");
        }
        assertThat(house.signIn.wantsRecoveryCode(half)).isTrue();
    }

    /** Six digits can be guessed, a passkey cannot: it lets its owner in while somebody else guesses. */
    @Test
    void letsInAfterTooManyCodesThatDidNotFit() {
        house.enrol(reader, KEY);
        house.make(house.signedIn("reader"), "phone");
        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        for (int i = 0; i < WrongCodes.MOST; i++) {
            house.signIn.byCode(half, "000000");
        }
        assertThat(house.signIn.byCode(half, house.code(KEY))).isEmpty();
        assertThat(house.show(half, "phone", 2)).contains(half);
        assertThat(house.signIn.wantsRecoveryCode(half))
                .as("and wipes nothing out")
                .isTrue();
    }

    @Test
    void countsWhatFitsAgainstNobody() {
        house.make(reader, "phone");
        Actor half = house.signedIn("reader");
        for (int i = 2; i < 2 * WrongCodes.MOST; i++) {
            assertThat(house.show(half, "phone", i)).contains(half);
        }
        assertThat(house.signIn.wantsRecoveryCode(half)).isFalse();
    }

    @Test
    void isNoticedWhenItsCounterGoesBack() {
        house.make(reader, "phone");
        Actor half = house.signedIn("reader");
        assertThat(house.show(half, "phone", 5)).contains(half);
        assertThat(house.holders.copiedPasskeys(half)).isEmpty();

        assertThat(house.show(half, "phone", 5)).as("the same once more").isEmpty();
        assertThat(house.show(half, "phone", 3)).isEmpty();
        assertThat(house.copied).hasValue(2);
        assertThat(house.holders.copiedPasskeys(half)).containsExactly(only(house));
        assertThat(house.show(half, "phone", 6)).contains(half);
    }

    @Test
    void mayCountNothingAtAll() {
        OneChallenge asked = new OneChallenge();
        String challenge = house.passkeyDesk.ask(reader, asked).challenge();
        house.passkeyDesk.add(
                errand(reader, "/accounts/mine/passkeys"),
                asked,
                new PasskeyDesk.Sent("COMPUTER", "made laptop 0 " + challenge));
        Actor half = house.signedIn("reader");
        assertThat(house.show(half, "laptop", 0)).contains(half);
        assertThat(house.show(half, "laptop", 0)).contains(half);
        assertThat(house.copied).hasValue(0);
    }

    @Test
    void isMadeWithAChallengeOfThisSittingOnceAndForThisAccount() {
        OneChallenge asked = new OneChallenge();
        Errand errand = errand(reader, "/accounts/mine/passkeys");
        String challenge = house.passkeyDesk.ask(reader, asked).challenge();
        PasskeyDesk.Sent sent = new PasskeyDesk.Sent("PHONE", "made phone 1 " + challenge);

        assertThatThrownBy(() -> house.passkeyDesk.add(errand, new OneChallenge(), sent))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() ->
                        house.passkeyDesk.add(errand, asked, new PasskeyDesk.Sent("PHONE", "made phone 1 another")))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> house.passkeyDesk.add(errand, asked, sent))
                .as("spent by the first answer")
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> house.passkeyDesk.add(errand, asked, new PasskeyDesk.Sent("MOON", "")))
                .isInstanceOf(Invalid.class);
        assertThat(house.house.record().facts(PasskeyAdded.class)).isEmpty();
        assertThat(new PasskeyDesk.Sent("PHONE", "made").toString()).isEqualTo("Sent");
    }

    @Test
    void isMadeOnceHoweverOftenItsFormIsSent() {
        OneChallenge asked = new OneChallenge();
        Errand errand = new Errand(reader, request(), UUID.randomUUID().toString(), "/accounts/mine/passkeys");
        PasskeyDesk.Sent sent = new PasskeyDesk.Sent(
                "PHONE", "made phone 1 " + house.passkeyDesk.ask(reader, asked).challenge());

        assertThat(house.passkeyDesk.add(errand, asked, sent).codes()).hasSize(10);
        assertThat(house.passkeyDesk.add(errand, asked, sent).codes()).isEmpty();
        assertThat(house.house.record().facts(PasskeyAdded.class)).hasSize(1);
    }

    @Test
    void isNotTriedForEver() {
        for (int i = 0; i < 10; i++) {
            house.passkeyDesk.ask(reader, new OneChallenge());
        }
        assertThatThrownBy(() -> house.passkeyDesk.ask(reader, new OneChallenge()))
                .isInstanceOf(TooManyRefusals.class);
    }

    @Test
    void isAskedOfNobodyWithoutOneAndOpensNothingOnceTheAccountHasChanged() {
        assertThat(house.signIn.passkeyQuestion(reader)).isEmpty();
        house.make(reader, "phone");
        assertThat(house.signIn.passkeyQuestion(reader))
                .as("as they were before")
                .isEmpty();
        Actor half = house.signedIn("reader");
        String challenge = house.signIn.passkeyQuestion(half).orElseThrow().challenge();
        house.administrators.lock(errand(keeper, "/lock"), reader.account());
        assertThat(house.signIn.byPasskey(half, challenge, "shown phone 2 " + challenge))
                .isEmpty();
    }

    @Test
    void isGoneAfterItsRemoval() {
        house.make(reader, "phone");
        Actor in = house.signedIn("reader");
        FactorId phone = only(house);
        assertThatThrownBy(() -> house.passkeyDesk.remove(errand(in, "/removal"), new FactorId(UUID.randomUUID())))
                .isInstanceOf(NotOnRecord.class);
        house.passkeyDesk.remove(errand(in, "/removal"), phone);
        new ForgetPasskeyCounters(house.counters).on(new PasskeyRemoved(in.account(), phone));

        Actor alone = house.signedIn("reader");
        assertThat(house.signIn.secondStep(alone)).isEqualTo(SecondStep.NONE);
        assertThat(house.signIn.byPasskey(alone, "any", "shown phone 9 any")).isEmpty();
        assertThat(house.signIn.again(alone, AccountHouse.PASSWORD)).contains(alone);
    }

    @Test
    void endsTheTokensThatWereMadeBefore() {
        String before = house.holders
                .issueToken(errand(reader, "/accounts/{account}/tokens"), reader.account(), null)
                .secret();
        assertThat(house.signIn.byToken(before)).isPresent();
        house.make(house.signedIn("reader"), "phone");
        assertThat(house.signIn.byToken(before)).isEmpty();
        Actor in = house.signedIn("reader");
        assertThatThrownBy(() ->
                        house.holders.issueTokenToProgram(errand(in, "/accounts/{account}/tokens"), in.account(), null))
                .isInstanceOf(AccountRefused.class);
    }

    @Test
    void endsWithAResetOfBoth() {
        house.make(reader, "phone");
        Issued both = house.administrators.reset(errand(keeper, "/reset"), reader.account(), true);
        house.open("reader", both.secret());
        assertThat(house.signIn.secondStep(house.signedIn("reader"))).isEqualTo(SecondStep.NONE);
    }
}

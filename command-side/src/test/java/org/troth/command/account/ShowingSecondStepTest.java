package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.account.AccountHouse.PASSWORD;
import static org.troth.command.account.AccountHouse.errand;
import static org.troth.command.account.AccountHouse.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.RecoveryCodeUsed;
import org.troth.events.account.Actor;
import org.troth.events.account.SecondStep;
import org.troth.events.disclosure.TooManyRefusals;

class ShowingSecondStepTest {

    private static final String KEY = "KEY41";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final AccountHouse house = new AccountHouse();
    private final Actor keeper = house.firstAdministrator();
    private final Actor reader = house.opened(keeper, "reader", "AUDITOR");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isAskedForOnceItIsSetUp() {
        assertThat(house.signIn.secondStep(reader)).isEqualTo(SecondStep.NONE);

        house.enrol(reader, KEY);

        assertThat(house.signIn.stillStands(reader)).isFalse();
        assertThat(house.signIn.secondStep(house.signedIn("reader"))).isEqualTo(SecondStep.CODE);
    }

    @Test
    void isDemandedOfStaffAndOfNobodyElse() {
        try (AccountHouse strict = new AccountHouse(true)) {
            Actor administrator = strict.firstAdministrator();
            for (String role : List.of("COORDINATOR", "AUDITOR", "ADMINISTRATOR", "SECOND_CONTACT")) {
                Actor one = strict.opened(administrator, role, role);
                assertThat(strict.signIn.secondStep(one)).as(role).isEqualTo(SecondStep.ENROLMENT);
            }
            assertThat(strict.signIn.secondStep(strict.opened(administrator, "roleless")))
                    .isEqualTo(SecondStep.NONE);
            for (String role : List.of("PARTICIPANT", "VOLUNTEER")) {
                UUID person = UUID.randomUUID();
                (role.equals("VOLUNTEER") ? strict.registered : strict.enrolled).add(person);
                Issued invited = strict.administrators.invite(
                        errand(administrator, "/accounts"), role, person.toString(), List.of(role));
                strict.open(role, invited.secret());
                assertThat(strict.signIn.secondStep(strict.signedIn(role)))
                        .as(role)
                        .isEqualTo(SecondStep.NONE);
            }
        }
    }

    @Test
    void takesEachCodeOnceAndNoneThatIsOlder() {
        house.enrol(reader, KEY);
        Actor half = house.signedIn("reader");
        assertThat(house.signIn.byCode(half, house.code(KEY)))
                .as("the code that was shown when it was set up")
                .isEmpty();

        house.clock.forward(STEP);
        String code = house.code(KEY);
        assertThat(house.signIn.byCode(half, code)).contains(half);
        assertThat(house.signIn.byCode(half, code)).as("a second time").isEmpty();
        house.clock.forward(STEP);
        assertThat(house.signIn.byCode(half, code))
                .as("still within its window")
                .isEmpty();
        assertThat(house.signIn.byCode(half, house.code(KEY))).contains(half);
        house.clock.forward(STEP.multipliedBy(2));
        assertThat(house.signIn.byCode(half, code)).isEmpty();
    }

    @Test
    void takesTheCodeOfTheNextStepAndThenNoneBeforeIt() {
        house.enrol(reader, KEY);
        Actor half = house.signedIn("reader");
        house.clock.forward(STEP.multipliedBy(4));
        String now = house.code(KEY);
        house.clock.forward(STEP);
        String next = house.code(KEY);
        house.clock.forward(STEP.negated());

        assertThat(house.signIn.byCode(half, next)).contains(half);
        assertThat(house.signIn.byCode(half, now)).isEmpty();
    }

    /** Whoever knows the password may guess ten times in a day, and then not even the right digits open. */
    @Test
    void wantsARecoveryCodeAfterTenThatDidNotFit() {
        List<String> recovery = house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        for (int i = 0; i < WrongCodes.MOST; i++) {
            assertThat(house.signIn.wantsRecoveryCode(half)).isFalse();
            assertThat(house.signIn.byCode(half, "000000")).isEmpty();
        }
        assertThat(house.signIn.wantsRecoveryCode(half)).isTrue();
        house.clock.forward(WrongCodes.WITHIN.minusSeconds(1));
        assertThat(house.signIn.byCode(house.signedIn("reader"), house.code(KEY)))
                .as("the right digits")
                .isEmpty();

        Actor in = house.signIn.byCode(half, recovery.get(0)).orElseThrow();
        assertThat(house.signIn.wantsRecoveryCode(in)).isFalse();
        assertThat(house.signIn.again(in, house.code(KEY))).contains(in);
    }

    @Test
    void asksForTheAppAgainAfterADay() {
        house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        for (int i = 0; i < WrongCodes.MOST; i++) {
            house.signIn.byCode(half, "000000");
        }
        house.clock.forward(WrongCodes.WITHIN);
        assertThat(house.signIn.wantsRecoveryCode(half)).isFalse();
        assertThat(house.signIn.byCode(half, house.code(KEY))).contains(half);
    }

    @Test
    void countsWhatFitsAndRecoveryCodesAgainstNobody() {
        List<String> recovery = house.enrol(reader, KEY);
        Actor half = house.signedIn("reader");
        for (int i = 0; i < 2 * WrongCodes.MOST; i++) {
            house.clock.forward(STEP);
            assertThat(house.signIn.byCode(half, house.code(KEY))).contains(half);
            assertThat(house.signIn.byCode(half, "0".repeat(16))).isEmpty();
        }
        assertThat(recovery).isNotEmpty();
        assertThat(house.signIn.wantsRecoveryCode(half)).isFalse();
    }

    @Test
    void asksForTheAppAgainAfterAReset() {
        house.enrol(reader, KEY);
        Actor half = house.signedIn("reader");
        for (int i = 0; i < WrongCodes.MOST; i++) {
            house.signIn.byCode(half, "000000");
        }
        Issued code = house.administrators.reset(errand(keeper, "/reset"), reader.account(), false);
        house.open("reader", code.secret());
        house.clock.forward(STEP);
        Actor again = house.signedIn("reader");
        assertThat(house.signIn.wantsRecoveryCode(again)).isFalse();
        assertThat(house.signIn.byCode(again, house.code(KEY))).isPresent();
    }

    @Test
    void letsOneOfManyInWhoBringTheSameCodeAtTheSameMoment() throws Exception {
        List<String> recovery = house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        for (String code : List.of(house.code(KEY), recovery.get(0))) {
            ExecutorService crowd = Executors.newFixedThreadPool(8);
            try {
                Callable<Boolean> attempt =
                        () -> house.signIn.byCode(half, code).isPresent();
                long let = 0;
                for (var each : crowd.invokeAll(java.util.Collections.nCopies(8, attempt))) {
                    let += each.get() ? 1 : 0;
                }
                assertThat(let).isEqualTo(1);
            } finally {
                crowd.shutdownNow();
            }
        }
    }

    @Test
    void letsTenRecoveryCodesInOnceEachHoweverTheyAreTyped() {
        List<String> codes = house.enrol(reader, KEY);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        for (String code : codes) {
            Actor half = house.signedIn("reader");
            String typed = " " + code.replace("-", " ").toUpperCase(Locale.ROOT);
            Actor in = house.signIn.byCode(half, typed).orElseThrow();
            assertThat(house.signIn.stillStands(in)).isTrue();
            assertThat(house.signIn.byCode(house.signedIn("reader"), typed)).isEmpty();
        }
        assertThat(house.house.record().facts(RecoveryCodeUsed.class)).hasSize(10);
    }

    @Test
    void endsRecoveryCodesWithANewSetAndKnowsNobodyElses() {
        List<String> old = house.enrol(reader, KEY);
        List<String> others = house.enrol(keeper, "KEY42");
        Actor again = house.signedIn("reader");
        List<String> fresh = house.factors
                .issueRecoveryCodes(errand(again, "/accounts/mine/recovery-codes"))
                .codes();

        Actor half = house.signedIn("reader");
        assertThat(house.signIn.byCode(half, old.get(3))).isEmpty();
        assertThat(house.signIn.byCode(half, others.get(3))).isEmpty();
        assertThat(house.signIn.byCode(half, "0".repeat(16))).isEmpty();
        assertThat(house.signIn.byCode(half, fresh.get(3))).isPresent();
    }

    @Test
    void showsRecoveryCodesOnce() {
        Errand errand = new Errand(reader, request(), UUID.randomUUID().toString(), "/accounts/mine/factor");

        assertThat(house.factors.enrol(errand, KEY, house.code(KEY)).codes()).hasSize(10);
        assertThat(house.factors.enrol(errand, KEY, house.code(KEY)).codes()).isEmpty();
        assertThat(house.house.record().facts(FactorEnrolled.class)).hasSize(1);
    }

    /** Shown once more that it is them with the old app, in the same half minute as the code of the new one. */
    @Test
    void isReplacedByAnotherAppAtTheFirstTry() {
        house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor in = house.signedIn("reader");
        assertThat(house.signIn.again(in, house.code(KEY))).contains(in);

        house.enrol(in, "KEY47");
        Actor half = house.signedIn("reader");
        assertThat(house.signIn.byCode(half, house.code("KEY47")))
                .as("the code that was shown when it was set up")
                .isEmpty();
        house.clock.forward(STEP);
        assertThat(house.signIn.byCode(half, house.code(KEY)))
                .as("of the old app")
                .isEmpty();
        assertThat(house.signIn.byCode(half, house.code("KEY47"))).contains(half);
    }

    @Test
    void isNotSetUpWithoutTheCodeOfThatKey() {
        Errand errand = errand(reader, "/accounts/mine/factor");
        assertThatThrownBy(() -> house.factors.enrol(errand, KEY, house.code("KEY43")))
                .isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> house.factors.enrol(errand, KEY, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> house.factors.enrol(errand, "mine", house.code("mine")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> house.factors.enrol(errand, null, house.code(KEY)))
                .isInstanceOf(Invalid.class);
        assertThat(house.house.record().facts(FactorEnrolled.class)).isEmpty();
    }

    @Test
    void isNotGuessedWhileItIsSetUp() {
        Errand errand = errand(reader, "/accounts/mine/factor");
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> house.factors.enrol(errand, KEY, "000000")).isInstanceOf(AccountRefused.class);
        }
        assertThatThrownBy(() -> house.factors.enrol(errand, KEY, house.code(KEY)))
                .isInstanceOf(TooManyRefusals.class);
    }

    @Test
    void isNotSetUpByASittingThatHasEnded() {
        house.administrators.lock(errand(keeper, "/lock"), reader.account());

        assertThatThrownBy(() -> house.enrol(reader, KEY)).isInstanceOf(NotOnRecord.class);
    }

    @Test
    void opensNothingOnceTheAccountHasChanged() {
        house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor half = house.signedIn("reader");
        house.administrators.lock(errand(keeper, "/lock"), reader.account());

        assertThat(house.signIn.byCode(half, house.code(KEY))).isEmpty();
        assertThat(house.signIn.again(half, house.code(KEY))).isEmpty();
    }

    @Test
    void answersNobodyWithoutASecondFactor() {
        int before = house.times.asked();
        assertThat(house.signIn.byCode(reader, house.code("KEY0"))).isEmpty();
        assertThat(house.times.asked()).isEqualTo(before + 1);
    }

    @Test
    void asksOnceMoreForThePasswordOrForTheCode() {
        assertThat(house.signIn.again(reader, PASSWORD)).contains(reader);
        assertThat(house.signIn.again(reader, PASSWORD + " ")).isEmpty();
        assertThat(house.signIn.again(reader, "x".repeat(100_000))).isEmpty();

        house.enrol(reader, KEY);
        house.clock.forward(STEP);
        Actor in = house.signedIn("reader");
        assertThat(house.signIn.again(in, PASSWORD)).isEmpty();
        assertThat(house.signIn.again(in, house.code(KEY))).contains(in);
        assertThat(house.signIn.again(in, house.code(KEY))).isEmpty();
    }

    @Test
    void canBeDoneWithoutByWhomItIsNotDemanded() {
        house.enrol(reader, KEY);
        Actor in = house.signedIn("reader");
        house.factors.remove(errand(in, "/accounts/mine/factor/removal"));

        assertThat(house.signIn.secondStep(house.signedIn("reader"))).isEqualTo(SecondStep.NONE);
        assertThat(house.house.record().facts(FactorRemoved.class)).hasSize(1);

        try (AccountHouse strict = new AccountHouse(true)) {
            Actor administrator = strict.firstAdministrator();
            strict.enrol(administrator, KEY);
            Actor again = strict.signedIn("keeper");
            assertThatThrownBy(() -> strict.factors.remove(errand(again, "/accounts/mine/factor/removal")))
                    .isInstanceOf(AccountRefused.class);
        }
    }

    @Test
    void staysThroughAResetUnlessItWasLostToo() {
        house.enrol(reader, KEY);
        Issued code = house.administrators.reset(errand(keeper, "/reset"), reader.account(), false);
        house.open("reader", code.secret());
        assertThat(house.signIn.secondStep(house.signedIn("reader"))).isEqualTo(SecondStep.CODE);

        Issued both = house.administrators.reset(errand(keeper, "/reset"), reader.account(), true);
        house.open("reader", both.secret());
        assertThat(house.signIn.secondStep(house.signedIn("reader"))).isEqualTo(SecondStep.NONE);
    }

    @Test
    void endsTheTokensThatWereMadeBefore() {
        Errand errand = errand(reader, "/accounts/{account}/tokens");
        String before = house.holders.issueToken(errand, reader.account(), null).secret();
        assertThat(house.signIn.byToken(before)).isPresent();

        Actor in = house.signedIn("reader");
        house.enrol(in, KEY);
        assertThat(house.signIn.byToken(before)).isEmpty();

        in = house.signedIn("reader");
        errand = errand(in, "/accounts/{account}/tokens");
        String after = house.holders.issueToken(errand, in.account(), null).secret();
        assertThat(house.signIn.byToken(after)).isPresent();
    }

    @Test
    void isMissedByATokenOfWhomeverItIsDemandedOf() {
        try (AccountHouse strict = new AccountHouse(true)) {
            Actor administrator = strict.firstAdministrator();
            Actor plain = strict.opened(administrator, "plain");
            String token = strict.holders
                    .issueTokenToProgram(errand(plain, "/accounts/{account}/tokens"), plain.account(), null)
                    .secret();
            assertThat(strict.signIn.byToken(token)).isPresent();

            strict.administrators.giveRole(errand(administrator, "/roles"), plain.account(), "AUDITOR");
            assertThat(strict.signIn.byToken(token)).isEmpty();
        }
    }

    @Test
    void standsBeforeEveryTokenForAProgram() {
        house.enrol(reader, KEY);
        Actor in = house.signedIn("reader");
        Errand errand = errand(in, "/accounts/{account}/tokens");
        assertThatThrownBy(() -> house.holders.issueTokenToProgram(errand, in.account(), null))
                .isInstanceOf(AccountRefused.class);
        assertThat(house.holders.issueToken(errand, in.account(), null).secret())
                .isNotNull();

        Issued code = house.administrators.reset(errand(keeper, "/reset"), reader.account(), false);
        HolderDesk.Opening withToken = new HolderDesk.Opening("reader", code.secret(), PASSWORD, true);
        assertThatThrownBy(() -> house.holders.open(request(), null, "/api/v1/accounts/opening", withToken))
                .isInstanceOf(AccountRefused.class);
        house.open("reader", code.secret());
    }
}

package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class SpendingStepsIT {

    private static final long STEP = 60_000_000;

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final JdbcClient client;
    private final SpentStepTable steps;

    SpendingStepsIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        client = JdbcClient.create(database.application());
        steps = new SpentStepTable(new Lookups(client));
    }

    @Test
    void goesForwardOnly() {
        assertThat(steps.spend(account, STEP)).isTrue();
        assertThat(steps.spend(account, STEP)).isFalse();
        assertThat(steps.spend(account, STEP - 1)).isFalse();
        assertThat(steps.spend(account, STEP + 1)).isTrue();
        assertThat(steps.spend(new AccountId(UUID.randomUUID()), STEP)).isTrue();
    }

    @Test
    void isRememberedByAnotherNodeAndAfterARestart() {
        steps.spend(account, STEP);

        assertThat(new SpentStepTable(new Lookups(client)).spend(account, STEP)).isFalse();
    }

    @Test
    void letsOneOfManyHaveIt() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> steps.spend(account, STEP);
            int had = 0;
            for (Future<Boolean> each : crowd.invokeAll(Collections.nCopies(40, attempt))) {
                had += each.get() ? 1 : 0;
            }
            assertThat(had).isEqualTo(1);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void isNoReasonAgainstAnotherKeyAndNeverGoesBack() {
        steps.spend(account, STEP);
        steps.begin(account, STEP - 1);
        assertThat(steps.spend(account, STEP)).isFalse();
        steps.begin(account, STEP + 1);
        assertThat(steps.spend(account, STEP + 1)).isFalse();
        assertThat(steps.spend(account, STEP + 2)).isTrue();
    }

    /** Nobody else need sign in for it. */
    @Test
    void isForgottenByTheRoundOnceItCouldNotBeShownAgain() {
        Instant now = Instant.ofEpochSecond(STEP * 30);
        WrongCodeTable codes = new WrongCodeTable(new Lookups(client));
        steps.spend(account, STEP);
        codes.take(account, 1, now);

        new ForgetPassedSteps(new Lookups(client), Clock.fixed(now, ZoneOffset.UTC)).forget();
        assertThat(rows("factor_step")).isEqualTo(1);
        assertThat(rows("wrong_code")).isEqualTo(1);

        Instant later = now.plus(WrongCodes.WITHIN);
        new ForgetPassedSteps(new Lookups(client), Clock.fixed(later, ZoneOffset.UTC)).forget();
        assertThat(rows("factor_step")).isZero();
        assertThat(rows("wrong_code")).isZero();
    }

    private long rows(String table) {
        return client.sql("select count(*) from lookups." + table + " where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Test
    void keepsNoHistoryOfWhenSomebodySignedIn() {
        steps.spend(account, STEP);
        steps.spend(new AccountId(UUID.randomUUID()), STEP + 11);

        assertThat(client.sql("select count(*) from lookups.factor_step where account = :account")
                        .param("account", account.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}

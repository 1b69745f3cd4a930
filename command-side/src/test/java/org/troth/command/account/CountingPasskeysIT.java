package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class CountingPasskeysIT {

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final FactorId phone = new FactorId(UUID.randomUUID());
    private final FactorId key = new FactorId(UUID.randomUUID());
    private final JdbcClient client;
    private final PasskeyCounterTable counters;

    CountingPasskeysIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        client = JdbcClient.create(database.application());
        counters = new PasskeyCounterTable(new Lookups(client));
    }

    @Test
    void goesForwardOnlyAndRemembersWhatWentBack() {
        assertThat(counters.advance(account, phone, 3)).isTrue();
        assertThat(counters.advance(account, phone, 4)).isTrue();
        assertThat(counters.wentBack(account)).isEmpty();
        assertThat(counters.advance(account, phone, 4)).isFalse();
        assertThat(counters.advance(account, phone, 0)).isFalse();
        assertThat(counters.wentBack(account)).containsExactly(phone);
        assertThat(counters.advance(account, phone, 0xffffffffL)).isTrue();
        assertThat(counters.advance(account, key, 1)).isTrue();
    }

    @Test
    void letsOneThatCountsNothingBe() {
        assertThat(counters.advance(account, phone, 0)).isTrue();
        assertThat(counters.advance(account, phone, 0)).isTrue();
        assertThat(counters.wentBack(account)).isEmpty();
        assertThat(counters.advance(account, phone, 1)).isTrue();
        assertThat(counters.advance(account, phone, 0)).isFalse();
    }

    @Test
    void letsOneOfManyThroughWhoShowOneCounter() throws Exception {
        counters.advance(account, phone, 1);
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> counters.advance(account, phone, 2);
            int through = 0;
            for (Future<Boolean> each : crowd.invokeAll(Collections.nCopies(24, attempt))) {
                through += each.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(1);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void isForgottenWithThePasskeyAndWithTheAccount() {
        counters.advance(account, phone, 1);
        counters.advance(account, key, 1);
        ForgetPasskeyCounters forgetting = new ForgetPasskeyCounters(counters);
        forgetting.on(new PasskeyRemoved(account, phone));
        assertThat(rows()).isEqualTo(1);
        forgetting.on(new AccountLeft(account));
        assertThat(rows()).isZero();
    }

    private long rows() {
        return client.sql("select count(*) from lookups.passkey_counter where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }
}

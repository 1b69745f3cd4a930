package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
class CountingWrongCodesIT {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final JdbcClient client;
    private final WrongCodeTable codes;

    CountingWrongCodesIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        client = JdbcClient.create(database.application());
        codes = new WrongCodeTable(new Lookups(client));
    }

    private boolean take(Instant now) {
        return codes.take(account, 7, now);
    }

    @Test
    void looksAtTenAndThenAtNoneForADay() {
        for (int i = 0; i < WrongCodes.MOST; i++) {
            assertThat(codes.areTooMany(account, 7, NOW)).isFalse();
            assertThat(take(NOW.plusSeconds(i))).isTrue();
        }
        Instant last = NOW.plusSeconds(WrongCodes.MOST - 1);
        WrongCodeTable afterRestart = new WrongCodeTable(new Lookups(client));
        assertThat(afterRestart.take(account, 7, last)).isFalse();
        assertThat(afterRestart.areTooMany(account, 7, last)).isTrue();
        assertThat(take(last.plus(WrongCodes.WITHIN).minusSeconds(1))).isFalse();
        assertThat(codes.areTooMany(account, 7, last.plus(WrongCodes.WITHIN))).isFalse();
        assertThat(take(last.plus(WrongCodes.WITHIN))).isTrue();
        assertThat(codes.take(new AccountId(UUID.randomUUID()), 7, NOW)).isTrue();
    }

    @Test
    void beginsAnewWithWhateverChangesTheAccount() {
        for (int i = 0; i < WrongCodes.MOST; i++) {
            take(NOW);
        }
        assertThat(codes.areTooMany(account, 8, NOW)).isFalse();
        assertThat(codes.take(account, 8, NOW)).isTrue();
    }

    @Test
    void countsWhatFittedNoMore() {
        for (int i = 0; i < 3 * WrongCodes.MOST; i++) {
            assertThat(take(NOW)).isTrue();
            codes.giveBack(account, 7);
        }
    }

    @Test
    void looksAtNoMoreWhenManyComeAtTheSameMoment() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> take(NOW);
            int looked = 0;
            for (Future<Boolean> each : crowd.invokeAll(Collections.nCopies(40, attempt))) {
                looked += each.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(WrongCodes.MOST);
        } finally {
            crowd.shutdownNow();
        }
    }
}

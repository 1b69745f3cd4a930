package org.troth.command.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;
import org.troth.events.account.KeptFilters.KeptFilter;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class KeepingFiltersIT {

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final JdbcClient client;
    private final FilterTable table;

    KeepingFiltersIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        client = JdbcClient.create(database.application());
        table = new FilterTable(new Lookups(client));
    }

    @Test
    void givesThemBackAsTheyWereInTheirOrder() {
        table.keep(account, List.of("change", "list"), "housing", "zh-Hant", 0);
        table.keep(account, List.of(), null, null, 14);

        List<KeptFilter> kept = table.of(account);
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0))
                .isEqualTo(new KeptFilter(kept.get(0).id(), List.of("change", "list"), "housing", "zh-Hant", 0));
        assertThat(kept.get(1)).isEqualTo(new KeptFilter(kept.get(1).id(), List.of(), null, null, 14));
    }

    @Test
    void keepsTheSameOnce() {
        table.keep(account, List.of("change"), null, null, null);
        UUID first = table.of(account).get(0).id();
        table.keep(account, List.of("change"), null, null, null);

        assertThat(table.of(account)).extracting(KeptFilter::id).containsExactly(first);
    }

    @Test
    void showsAndRemovesNobodyElses() {
        AccountId another = new AccountId(UUID.randomUUID());
        table.keep(account, List.of("change"), null, null, null);
        UUID filter = table.of(account).get(0).id();

        assertThat(table.of(another)).isEmpty();
        table.remove(another, filter);
        assertThat(table.of(account)).hasSize(1);
        table.remove(account, UUID.randomUUID());
        assertThat(table.of(account)).hasSize(1);
        table.remove(account, filter);
        table.remove(account, filter);
        assertThat(table.of(account)).isEmpty();
    }

    @Test
    void makesRoomForWhatIsKeptLater() {
        for (int days = 0; days < FilterTable.MOST; days++) {
            table.keep(account, List.of(), null, null, days);
        }
        table.keep(account, List.of(), null, null, 0);
        table.keep(account, List.of(), null, null, 366);

        assertThat(table.of(account).stream().map(KeptFilter::dueWithin).collect(Collectors.toSet()))
                .as("the one that was kept once more stays, the one after it has made room")
                .isEqualTo(IntStream.concat(
                                IntStream.range(0, FilterTable.MOST).filter(each -> each != 1), IntStream.of(366))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    @Test
    void forgetsWhatWasNotKeptForAYear() {
        table.keep(account, List.of("change"), null, null, null);
        client.sql("update lookups.worklist_filter set kept_at = now() - interval '366 days' where account = :account")
                .param("account", account.value())
                .update();

        assertThat(table.of(account)).isEmpty();
        table.keep(new AccountId(UUID.randomUUID()), List.of(), null, null, null);
        assertThat(client.sql("select count(*) from lookups.worklist_filter where account = :account")
                        .param("account", account.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}

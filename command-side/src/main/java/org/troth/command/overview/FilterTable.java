package org.troth.command.overview;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;
import org.troth.events.account.KeptFilters;

/**
 * Filters in the database. A filter that is kept twice is one filter; one that was not kept for a year is gone, and where an account
 * keeps more than it may, the one that was kept longest ago makes room. Goes by the clock of the database, which all nodes share.
 */
@Component
final class FilterTable implements KeptFilters {

    /** As many as an account may keep. */
    static final int MOST = 20;

    private static final int NO_DAY = -1;

    private final Lookups lookups;

    FilterTable(Lookups lookups) {
        this.lookups = lookups;
    }

    void keep(
            AccountId account,
            List<String> kinds,
            @Nullable String matter,
            @Nullable String language,
            @Nullable Integer dueWithin) {
        lookups.run(client -> client.sql("""
                        delete from lookups.worklist_filter where kept_at < now() - interval '1 year'""").update());
        lookups.run(client -> client.sql("""
                        insert into lookups.worklist_filter (account, kinds, matter, language, due_within)
                        values (:account, :kinds, :matter, :language, :due)
                        on conflict (account, kinds, matter, language, due_within) do update set kept_at = now()""")
                .param("account", account.value())
                .param("kinds", String.join(" ", kinds))
                .param("matter", matter == null ? "" : matter)
                .param("language", language == null ? "" : language)
                .param("due", dueWithin == null ? NO_DAY : dueWithin)
                .update());
        lookups.run(client -> client.sql("""
                        delete from lookups.worklist_filter
                         where id in (select id from lookups.worklist_filter where account = :account
                                       order by kept_at desc, id offset :most)""")
                .param("account", account.value())
                .param("most", MOST)
                .update());
    }

    /** Another's filter, and one that there is not, are left alone. */
    void remove(AccountId account, UUID filter) {
        lookups.run(
                client -> client.sql("delete from lookups.worklist_filter where id = :filter and account = :account")
                        .param("filter", filter)
                        .param("account", account.value())
                        .update());
    }

    @Override
    public List<KeptFilter> of(AccountId account) {
        return lookups.run(client -> client.sql("""
                        select id, kinds, matter, language, due_within from lookups.worklist_filter
                         where account = :account and kept_at >= now() - interval '1 year' order by first_kept, id""")
                .param("account", account.value())
                .query((row, number) -> new KeptFilter(
                        row.getObject("id", UUID.class),
                        kinds(row.getString("kinds")),
                        orNone(row.getString("matter")),
                        orNone(row.getString("language")),
                        days(row.getInt("due_within"))))
                .list());
    }

    private static List<String> kinds(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split(" "));
    }

    private static @Nullable String orNone(String column) {
        return column.isEmpty() ? null : column;
    }

    private static @Nullable Integer days(int column) {
        return column == NO_DAY ? null : Integer.valueOf(column);
    }
}

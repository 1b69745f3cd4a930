package org.troth.command.account;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;

/** Wrong codes in the database, which all nodes share and which outlives them; one row for an account, for a day. */
@Component
final class WrongCodeTable implements WrongCodes {

    private final Lookups lookups;

    WrongCodeTable(Lookups lookups) {
        this.lookups = lookups;
    }

    @Override
    public boolean take(AccountId account, long sequence, Instant now) {
        return lookups.run(client -> client.sql("""
                        insert into lookups.wrong_code as known (account, sequence, codes, since)
                        values (:account, :sequence, 1, :now)
                        on conflict (account) do update set
                            sequence = excluded.sequence,
                            codes = case when known.sequence = excluded.sequence and known.since > :past
                                then known.codes + 1 else 1 end,
                            since = case when known.sequence = excluded.sequence and known.since > :past
                                and known.codes + 1 < :most then known.since else excluded.since end
                        where known.sequence <> excluded.sequence or known.since <= :past or known.codes < :most""")
                        .param("account", account.value())
                        .param("sequence", sequence)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("past", now.minus(WITHIN).atOffset(ZoneOffset.UTC))
                        .param("most", MOST)
                        .update())
                == 1;
    }

    @Override
    public void giveBack(AccountId account, long sequence) {
        lookups.run(client -> client.sql("""
                        update lookups.wrong_code set codes = codes - 1
                        where account = :account and sequence = :sequence and codes > 0""")
                .param("account", account.value())
                .param("sequence", sequence)
                .update());
    }

    @Override
    public boolean areTooMany(AccountId account, long sequence, Instant now) {
        return lookups.run(client -> client.sql("""
                        select count(*) from lookups.wrong_code
                        where account = :account and sequence = :sequence and codes >= :most and since > :past""")
                        .param("account", account.value())
                        .param("sequence", sequence)
                        .param("most", MOST)
                        .param("past", now.minus(WITHIN).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                > 0;
    }
}

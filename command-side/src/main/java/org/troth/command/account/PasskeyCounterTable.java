package org.troth.command.account;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;
import org.troth.events.FactorId;

/** Counters in the database, which all nodes share. A row holds no moment, so that it is no history of when somebody signed in. */
@Component
final class PasskeyCounterTable implements PasskeyCounters {

    private final Lookups lookups;

    PasskeyCounterTable(Lookups lookups) {
        this.lookups = lookups;
    }

    @Override
    public boolean advance(AccountId account, FactorId passkey, long counter) {
        boolean ahead = lookups.run(client -> client.sql("""
                        insert into lookups.passkey_counter as known (passkey, account, counter)
                        values (:passkey, :account, :counter)
                        on conflict (passkey) do update set counter = excluded.counter
                        where known.counter < excluded.counter or (known.counter = 0 and excluded.counter = 0)""")
                        .param("passkey", passkey.value())
                        .param("account", account.value())
                        .param("counter", counter)
                        .update())
                == 1;
        if (!ahead) {
            lookups.run(
                    client -> client.sql("update lookups.passkey_counter set went_back = true where passkey = :passkey")
                            .param("passkey", passkey.value())
                            .update());
        }
        return ahead;
    }

    @Override
    public Set<FactorId> wentBack(AccountId account) {
        return new HashSet<>(lookups.run(client -> client.sql(
                        "select passkey from lookups.passkey_counter where account = :account and went_back")
                .param("account", account.value())
                .query((row, number) -> new FactorId(row.getObject("passkey", UUID.class)))
                .list()));
    }

    @Override
    public void forget(FactorId passkey) {
        lookups.run(client -> client.sql("delete from lookups.passkey_counter where passkey = :passkey")
                .param("passkey", passkey.value())
                .update());
    }

    @Override
    public void forgetAll(AccountId account) {
        lookups.run(client -> client.sql("delete from lookups.passkey_counter where account = :account")
                .param("account", account.value())
                .update());
    }
}

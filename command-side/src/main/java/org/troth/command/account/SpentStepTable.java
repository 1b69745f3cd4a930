package org.troth.command.account;

import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AccountId;

/**
 * Steps in the database, which all nodes share and which outlives them. A row is kept for as long as its step could be shown
 * again and a few minutes more, so that it never grows into a history of when somebody signed in.
 */
@Component
final class SpentStepTable implements SpentSteps {

    static final int KEPT_STEPS = 10;

    private final Lookups lookups;

    SpentStepTable(Lookups lookups) {
        this.lookups = lookups;
    }

    @Override
    public boolean spend(AccountId account, long step) {
        lookups.run(client -> client.sql("delete from lookups.factor_step where step < :oldest")
                .param("oldest", step - KEPT_STEPS)
                .update());
        return lookups.run(client -> client.sql("""
                        insert into lookups.factor_step as spent (account, step) values (:account, :step)
                        on conflict (account) do update set step = excluded.step where spent.step < excluded.step""")
                        .param("account", account.value())
                        .param("step", step)
                        .update())
                == 1;
    }

    @Override
    public void begin(AccountId account, long step) {
        lookups.run(client -> client.sql("""
                        insert into lookups.factor_step as spent (account, step) values (:account, :step)
                        on conflict (account) do update set step = greatest(spent.step, excluded.step)""")
                .param("account", account.value())
                .param("step", step)
                .update());
    }
}

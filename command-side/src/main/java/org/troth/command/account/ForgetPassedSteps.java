package org.troth.command.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.account.PassedSteps;

/** Takes away the rows of steps that could not be shown again, and of wrong codes that are counted no more. */
@Component
class ForgetPassedSteps implements PassedSteps {

    private static final int SECONDS = 30;

    private final Lookups lookups;
    private final Clock clock;

    ForgetPassedSteps(Lookups lookups, Clock clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public void forget() {
        Instant now = clock.instant();
        lookups.run(client -> client.sql("delete from lookups.factor_step where step < :oldest")
                .param("oldest", now.getEpochSecond() / SECONDS - SpentStepTable.KEPT_STEPS)
                .update());
        lookups.run(client -> client.sql("delete from lookups.wrong_code where since <= :past")
                .param("past", now.minus(WrongCodes.WITHIN).atOffset(ZoneOffset.UTC))
                .update());
    }
}

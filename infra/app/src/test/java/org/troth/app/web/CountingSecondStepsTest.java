package org.troth.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.events.account.Actor;
import org.troth.events.account.Passkeys;
import org.troth.events.account.SecondStep;
import org.troth.events.account.SignIn;
import org.troth.events.account.StepWays;
import org.troth.web.SignedInUser;

class CountingSecondStepsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NothingFits nothing = new NothingFits();
    private final Desk desk = new Desk(nothing, meters);
    private final SignedInUser somebody = new SignedInUser(UUID.randomUUID(), null, Set.of("COORDINATOR"), "3");

    private double counted(String end) {
        return meters.get("account.second_step").tag("end", end).counter().count();
    }

    /** An alert on what rises sees the first one only where there was a nought before it. */
    @Test
    void beginsAtNought() {
        for (String end : new String[] {"done", "refused", "too-many"}) {
            assertThat(counted(end)).as(end).isZero();
        }
    }

    @Test
    void tellsApartWhatDidNotFitAndWhatIsNotLookedAtAnyMore() {
        desk.code(somebody, "000000");
        nothing.tooMany = true;
        desk.again(somebody, "000000");
        desk.passkey(somebody, null, "{}");
        assertThat(counted("refused")).isEqualTo(1);
        assertThat(counted("too-many")).isEqualTo(2);
        assertThat(counted("done")).isZero();
    }

    private static final class NothingFits implements SignIn {

        private boolean tooMany;

        @Override
        public Optional<Actor> byPassword(String name, CharSequence password) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> byToken(String token) {
            return Optional.empty();
        }

        @Override
        public SecondStep secondStep(Actor actor) {
            return SecondStep.CODE;
        }

        @Override
        public Optional<Actor> byCode(Actor actor, String code) {
            return Optional.empty();
        }

        @Override
        public StepWays ways(Actor actor) {
            return new StepWays(true, true);
        }

        @Override
        public Optional<Passkeys.Question> passkeyQuestion(Actor actor) {
            return Optional.empty();
        }

        @Override
        public Optional<Actor> byPasskey(Actor actor, @Nullable String challenge, String answer) {
            return Optional.empty();
        }

        @Override
        public boolean wantsRecoveryCode(Actor actor) {
            return tooMany;
        }

        @Override
        public Optional<Actor> again(Actor actor, String shown) {
            return Optional.empty();
        }

        @Override
        public boolean stillStands(Actor actor) {
            return true;
        }

        @Override
        public String tag(String name) {
            return name;
        }
    }
}

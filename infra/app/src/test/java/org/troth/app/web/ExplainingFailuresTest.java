package org.troth.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.troth.events.confidential.Unreadable;
import org.troth.events.recording.RecordUnavailable;
import org.troth.web.Catalogue;
import org.troth.web.Problem;

class ExplainingFailuresTest {

    private final AtomicInteger alarms = new AtomicInteger();
    private final Stopping stopping = new Stopping();
    private final Explaining explaining = new Explaining(alarms::incrementAndGet, stopping::explains);

    private Problem problem(Throwable failure) {
        return explaining.of(failure).orElseThrow();
    }

    @Test
    void saysNotNowWhenNothingCouldBeRecorded() {
        Problem problem = problem(new RecordUnavailable(new SQLException("gone", "08006")));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.rule()).isNull();
        assertThat(problem.retryAfter()).isNotNull();
    }

    @Test
    void saysThatNobodyKnowsAndHowToAskAgainWhenAnAppendWasNotAnswered() {
        Problem problem = problem(RecordUnavailable.unanswered());
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.rule()).isEqualTo("outcome-unknown");
        assertThat(Catalogue.read().say(problem.detail(), Locale.ENGLISH))
                .contains("not known")
                .contains("same Idempotency-Key");
        assertThat(problem.retryAfter()).isNotNull();
    }

    /** Lost, cut off, refused for want of room, ending, cancelled, and a lock that was not had. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57014", "55P03"})
    void takesDatabaseThatIsAwayForAMomentAsNotNow(String state) {
        assertThat(problem(new SQLException("words of the server", state)).status())
                .isEqualTo(503);
    }

    @Test
    void doesNotExplainAFaultOfOurOwn() {
        assertThat(explaining.of(new SQLException("words of the server", "42601")))
                .isEmpty();
        assertThat(explaining.of(new IllegalStateException())).isEmpty();
    }

    @Test
    void takesPartThatIsGoneAsNotNowOnlyOnceTheProductStops() {
        List<RuntimeException> gone = List.of(
                new NoHandlerForCommandException("no handler"),
                new RejectedExecutionException(),
                new BeanCreationNotAllowedException("some", "the singletons are being destroyed"));

        assertThat(gone).allSatisfy(each -> assertThat(explaining.of(each)).isEmpty());
        stopping.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
        assertThat(gone).allSatisfy(each -> {
            assertThat(problem(each).status()).isEqualTo(503);
            assertThat(problem(each).retryAfter()).isNotNull();
        });
        assertThat(explaining.of(new IllegalStateException())).isEmpty();
    }

    @Test
    void keepsErasedTamperedAndUnavailableApart() {
        assertThat(problem(new Unreadable(Unreadable.Why.ERASED)).status()).isEqualTo(410);
        assertThat(problem(new Unreadable(Unreadable.Why.UNAVAILABLE)).status()).isEqualTo(503);
        assertThat(alarms).hasValue(0);
        assertThat(problem(new Unreadable(Unreadable.Why.TAMPERED)).status()).isEqualTo(500);
        assertThat(alarms).hasValue(1);
    }
}

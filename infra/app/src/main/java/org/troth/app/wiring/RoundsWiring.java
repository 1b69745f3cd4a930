package org.troth.app.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.app.ground.Ground;
import org.troth.app.meters.Pulse;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.account.PassedSteps;
import org.troth.events.consent.ExpiringConsents;
import org.troth.events.matching.OverdueChanges;
import org.troth.events.referral.UnansweredReferrals;
import org.troth.events.youth.ComingOfAge;
import org.troth.query.freshness.ViewsTokens;
import org.troth.store.axon.ReactionOutcome;
import org.troth.store.axon.Reactions;
import org.troth.store.facts.FactStore;

/** What the product does by itself, over and over, on one quiet thread. */
@Configuration(proxyBeanMethods = false)
class RoundsWiring {

    @Bean
    Pulse pulse(
            Ground ground,
            DataSource dataSource,
            ProgrammeClock clock,
            FactStore store,
            ViewsTokens tokens,
            Reactions reactions,
            MeterRegistry meters) {
        Pulse pulse = new Pulse(
                ground.home(),
                dataSource,
                clock,
                clock::isSimulated,
                () -> store.bell().size(),
                tokens::reached);
        pulse.bindTo(meters);
        Gauge.builder("reaction.parked", reactions, RoundsWiring::parked).register(meters);
        return pulse;
    }

    private static double parked(Reactions reactions) {
        return reactions.outcomes().stream()
                .filter(outcome -> outcome.kind() == ReactionOutcome.Kind.PARKED)
                .count();
    }

    @Bean
    Retention retention(FactStore store, Reactions reactions, ProgrammeClock clock, MeterRegistry meters) {
        return new Retention(store.recorder(), reactions, clock, meters);
    }

    @Bean
    Rounds rounds(
            Pulse pulse,
            ExpiringConsents consents,
            OverdueChanges changes,
            UnansweredReferrals referrals,
            ComingOfAge youth,
            PassedSteps steps,
            FactStore store,
            ProgrammeClock clock,
            ViewsTokens tokens,
            AxonWiring.Axon axon,
            Retention retention) {
        return new Rounds(pulse, consents, changes, referrals, youth, steps, store, clock, tokens, axon, retention);
    }

    static final class Rounds implements SmartLifecycle {

        private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

        private final Pulse pulse;
        private final ExpiringConsents consents;
        private final OverdueChanges changes;
        private final UnansweredReferrals referrals;
        private final ComingOfAge youth;
        private final PassedSteps steps;
        private final FactStore store;
        private final ProgrammeClock clock;
        private final ViewsTokens tokens;
        private final AxonWiring.Axon axon;
        private final Retention retention;
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "rounds");
            made.setDaemon(true);
            return made;
        });
        private volatile boolean running;
        private long reachedBefore = -1;

        Rounds(
                Pulse pulse,
                ExpiringConsents consents,
                OverdueChanges changes,
                UnansweredReferrals referrals,
                ComingOfAge youth,
                PassedSteps steps,
                FactStore store,
                ProgrammeClock clock,
                ViewsTokens tokens,
                AxonWiring.Axon axon,
                Retention retention) {
            this.pulse = pulse;
            this.consents = consents;
            this.changes = changes;
            this.referrals = referrals;
            this.youth = youth;
            this.steps = steps;
            this.store = store;
            this.clock = clock;
            this.tokens = tokens;
            this.axon = axon;
            this.retention = retention;
        }

        @Override
        public void start() {
            running = true;
            every(Duration.ofSeconds(2), "views that stand still", this::wakeViews);
            every(Duration.ofSeconds(5), "the pulse", pulse::beat);
            every(Duration.ofMinutes(5), "consents that have passed their last day", this::noteExpired);
            every(Duration.ofMinutes(5), "changes that were not arranged by their day", this::noteOverdue);
            every(Duration.ofMinutes(5), "referrals that were not answered by their day", this::noteUnanswered);
            every(Duration.ofMinutes(5), "young people who have come of age", this::noteOfAge);
            every(Duration.ofMinutes(5), "codes that could not be shown again", steps::forget);
            every(Duration.ofHours(1), "rows that need not be kept", retention::forget);
        }

        /** Behind, and where they were two seconds ago: on this node or on none, nobody works on them. */
        private void wakeViews() {
            long reached = tokens.reached();
            if (reached < store.bell().size() - 1 && reached == reachedBefore) {
                axon.waitNoLonger();
            }
            reachedBefore = reached;
        }

        /** A demonstration makes this round itself, once for each of its days. */
        private void noteExpired() {
            if (!clock.isSimulated()) {
                consents.noteExpired();
            }
        }

        /** Likewise. */
        private void noteOverdue() {
            if (!clock.isSimulated()) {
                changes.noteOverdue();
            }
        }

        /** Likewise. */
        private void noteUnanswered() {
            if (!clock.isSimulated()) {
                referrals.noteUnanswered();
            }
        }

        /** Likewise. */
        private void noteOfAge() {
            if (!clock.isSimulated()) {
                youth.noteOfAge();
            }
        }

        private void every(Duration pause, String what, Runnable round) {
            var unused = thread.scheduleWithFixedDelay(
                    () -> {
                        try {
                            round.run();
                        } catch (RuntimeException e) {
                            // The next round tries again; a round that threw would be the last.
                            LOG.warn(
                                    "A round was not completed ({}): {}",
                                    what,
                                    e.getClass().getSimpleName());
                        }
                    },
                    0,
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void stop() {
            running = false;
            thread.shutdownNow();
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}

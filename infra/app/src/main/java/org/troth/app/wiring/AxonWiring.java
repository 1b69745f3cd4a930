package org.troth.app.wiring;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Refused;
import org.troth.events.recording.ClaimTaken;
import org.troth.query.freshness.ViewsTokens;
import org.troth.query.rebuild.LiveViews;
import org.troth.store.axon.AxonParts;
import org.troth.store.axon.Reactions;
import org.troth.store.facts.FactStore;

/**
 * Axon, part by part and without its auto-configuration: nothing is looked up on the class path, so nothing asks another
 * machine for news and nothing falls back to running without transactions. At start every part is checked to be ours.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonWiring {

    @Bean
    Axon axon(
            ConfigurableListableBeanFactory beans,
            AxonParts parts,
            ViewsTokens tokens,
            Reactions reactions,
            PlatformTransactionManager transactions,
            Clock clock,
            ZoneId zone) {
        return new Axon(beans, parts, tokens, reactions, new SpringTransactionManager(transactions), clock, zone);
    }

    /** Every bean of the command side that listens to facts reacts to them. */
    @Bean
    Reactions reactions(ConfigurableListableBeanFactory beans, FactStore store, DataSource dataSource) {
        return new Reactions(
                store,
                dataSource,
                Listeners.under("org.troth.command.", beans),
                ClasspathParameterResolverFactory.forClass(AxonWiring.class),
                AxonWiring::isRefusal);
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof Refused || thrown instanceof NotOnRecord || thrown instanceof ClaimTaken;
    }

    /** Runs from before the server takes the first request until after it has answered the last. */
    static final class Axon implements SmartLifecycle, LiveViews {

        /** The server starts two steps of 1024 below the default phase; what starts before it stops after it. */
        private static final int BENEATH_THE_SERVER = SmartLifecycle.DEFAULT_PHASE - 4 * 1024;

        private static final int BATCH = 200;

        /** A claim that was not extended for four seconds is free: a node that died is soon followed. */
        private static final long CLAIM_EXTENDED_MILLIS = 1_000;

        private static final long CLAIM_TRIED_MILLIS = 500;

        private final ConfigurableListableBeanFactory beans;
        private final AxonParts parts;
        private final ViewsTokens tokens;
        private final Reactions reactions;
        private final TransactionManager transactions;
        private final Clock clock;
        private final ZoneId zone;
        private volatile @Nullable Configuration running;
        private boolean paused;

        Axon(
                ConfigurableListableBeanFactory beans,
                AxonParts parts,
                ViewsTokens tokens,
                Reactions reactions,
                TransactionManager transactions,
                Clock clock,
                ZoneId zone) {
            this.beans = beans;
            this.parts = parts;
            this.tokens = tokens;
            this.reactions = reactions;
            this.transactions = transactions;
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public void start() {
            Configuration axon = configuration();
            parts.check(axon, Map.of(ViewsTokens.PROCESSOR, tokens), Map.of(ViewsTokens.PROCESSOR, transactions));
            axon.start();
            reactions.start();
            running = axon;
        }

        private Configuration configuration() {
            Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureCommandBus(axon -> parts.commandBus())
                    .configureEventStore(axon -> parts.eventStore())
                    .configureTransactionManager(axon -> parts.commandTransactions())
                    .configureSerializer(axon -> parts.serializer())
                    .configureEventSerializer(axon -> parts.serializer())
                    .configureMessageSerializer(axon -> parts.serializer())
                    .registerComponent(Clock.class, axon -> clock)
                    .registerComponent(ZoneId.class, axon -> zone);
            aggregates().forEach(type -> configurer.configureAggregate(parts.aggregate(type)));
            configurer.eventProcessing(processing -> {
                processing.byDefaultAssignTo(ViewsTokens.PROCESSOR);
                Listeners.under("org.troth.query.", beans)
                        .forEach(projection -> processing.registerEventHandler(axon -> projection));
                processing
                        .registerTokenStore(ViewsTokens.PROCESSOR, axon -> tokens)
                        .registerTransactionManager(ViewsTokens.PROCESSOR, axon -> transactions)
                        .registerListenerInvocationErrorHandler(
                                ViewsTokens.PROCESSOR, axon -> PropagatingErrorHandler.instance())
                        .registerPooledStreamingEventProcessor(
                                ViewsTokens.PROCESSOR,
                                axon -> parts.source(),
                                (axon, builder) -> builder.initialSegmentCount(1)
                                        .batchSize(BATCH)
                                        .claimExtensionThreshold(CLAIM_EXTENDED_MILLIS)
                                        .tokenClaimInterval(CLAIM_TRIED_MILLIS)
                                        .initialToken(source -> source.createTailToken()));
            });
            return configurer.buildConfiguration();
        }

        /** Aggregates are classes of the command side that carry the stereotype; they are never made as beans. */
        private List<Class<?>> aggregates() {
            List<Class<?>> types = new ArrayList<>();
            for (String name : beans.getBeanNamesForAnnotation(Aggregate.class)) {
                Class<?> type = beans.getType(name);
                if (type != null) {
                    types.add(type);
                }
            }
            return types;
        }

        @Override
        public void stop() {
            Configuration axon = running;
            running = null;
            if (axon != null) {
                reactions.close();
                axon.shutdown();
            }
        }

        @Override
        public boolean isRunning() {
            return running != null;
        }

        @Override
        public int getPhase() {
            return BENEATH_THE_SERVER;
        }

        @Override
        public synchronized void pause() {
            paused = true;
            processor().ifPresent(StreamingEventProcessor::shutDown);
        }

        @Override
        public synchronized void resume() {
            paused = false;
            processor().ifPresent(StreamingEventProcessor::start);
        }

        /** After each failure Axon waits longer, up to a minute. Ends that wait: for when the database answers again. */
        synchronized void waitNoLonger() {
            processor()
                    .filter(each -> !paused && each.processingStatus().isEmpty())
                    .ifPresent(each -> {
                        each.shutDown();
                        each.start();
                    });
        }

        private Optional<StreamingEventProcessor> processor() {
            Configuration axon = running;
            return axon == null
                    ? Optional.empty()
                    : axon.eventProcessingConfiguration()
                            .eventProcessor(ViewsTokens.PROCESSOR, StreamingEventProcessor.class);
        }
    }
}

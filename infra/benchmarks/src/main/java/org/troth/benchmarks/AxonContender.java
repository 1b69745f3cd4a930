package org.troth.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon's own JDBC engine as a good team would run it on PostgreSQL: plain JSON by Jackson, a connection pool with room for
 * every caller, Spring's transactions, prepared statements kept by the driver.
 */
final class AxonContender implements Contender {

    private static final int BATCH = 500;

    private final HikariDataSource dataSource;
    private final Configuration configuration;
    private final CommandGateway gateway;
    private final JdbcClient jdbc;

    AxonContender(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        JacksonSerializer json = JacksonSerializer.builder()
                .objectMapper(new ObjectMapper().findAndRegisterModules())
                .build();
        TransactionManager transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .batchSize(BATCH)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(json)
                .build();
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        jdbc.sql(TallyView.CREATE).update();
        configuration = DefaultConfigurer.defaultConfiguration()
                .configureTransactionManager(config -> transactions)
                .configureSerializer(config -> json)
                .configureEventSerializer(config -> json)
                .configureMessageSerializer(config -> json)
                .configureEventStore(config ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(PlainTally.class)
                .eventProcessing(processing -> processing
                        .registerTokenStore(config -> tokens)
                        .registerEventHandler(config -> new Projection(jdbc))
                        .assignHandlerTypesMatching(TallyView.GROUP, type -> true)
                        .registerPooledStreamingEventProcessor(
                                TallyView.GROUP,
                                config -> config.eventStore(),
                                (config, builder) -> builder.initialSegmentCount(1)
                                        .batchSize(BATCH)
                                        .initialToken(source -> source.createTailToken())))
                .buildConfiguration();
        configuration.start();
        processor().shutDown();
        gateway = configuration.commandGateway();
    }

    @Override
    public String name() {
        return "Axon JDBC, plain JSON";
    }

    @Override
    public void open(UUID tally, UUID person, String words) {
        gateway.sendAndWait(new PlainTally.Open(tally, person, words));
    }

    @Override
    public void mark(UUID tally, UUID person, String words) {
        gateway.sendAndWait(new PlainTally.Mark(tally, words));
    }

    @Override
    public long events() {
        return jdbc.sql("select count(*) from domainevententry")
                .query(Long.class)
                .single();
    }

    @Override
    public double rebuild() {
        long head = jdbc.sql("select max(globalindex) from domainevententry")
                .query(Long.class)
                .single();
        jdbc.sql("truncate tally_view").update();
        PooledStreamingEventProcessor processor = processor();
        long before = System.nanoTime();
        processor.resetTokens();
        processor.start();
        TallyView.await(
                () -> processor.processingStatus().values().stream()
                        .anyMatch(status -> status.getCurrentPosition().orElse(-1) >= head),
                Duration.ofMinutes(20));
        double seconds = (System.nanoTime() - before) / 1e9;
        processor.shutDown();
        return seconds;
    }

    @Override
    public long viewed() {
        return jdbc.sql("select count(*) + coalesce(sum(marks), 0) from tally_view")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        configuration.shutdown();
        dataSource.close();
    }

    private PooledStreamingEventProcessor processor() {
        return configuration
                .eventProcessingConfiguration()
                .eventProcessor(TallyView.GROUP, PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    /** The same statement for each event as Troth's projection runs. */
    private record Projection(JdbcClient jdbc) {

        @EventHandler
        void on(PlainTally.Opened opened) {
            jdbc.sql(TallyView.OPENED)
                    .param(opened.tally())
                    .param(opened.person())
                    .update();
        }

        @EventHandler
        void on(PlainTally.Marked marked) {
            jdbc.sql(TallyView.MARKED)
                    .param(marked.mark())
                    .param(marked.tally())
                    .update();
        }
    }
}

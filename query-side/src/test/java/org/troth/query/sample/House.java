package org.troth.query.sample;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.troth.events.account.KeptFilters;
import org.troth.events.account.KeptFilters.KeptFilter;
import org.troth.events.charter.PublishedCharter;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Tags;
import org.troth.events.conflict.ShownNames;
import org.troth.events.consent.LastWord;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.goal.ShownGoals;
import org.troth.events.plan.JointPlans;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.recording.Recording;
import org.troth.query.QuerySide;
import org.troth.query.freshness.ViewsFreshness;
import org.troth.query.freshness.ViewsTokens;
import org.troth.query.reading.Paper;
import org.troth.query.rebuild.LiveViews;
import org.troth.query.rows.KeepsRows;
import org.troth.testkit.TestDatabase;

/** The whole of this side over real PostgreSQL, with a record in memory and a gate that keeps a list. */
public final class House implements AutoCloseable, LiveViews {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public final FactFeed feed = new FactFeed();
    public final PretendWords words = new PretendWords();
    public final PretendGate gate = new PretendGate();
    public final PretendCharter charter = new PretendCharter();
    public final PretendLastWords lastWords = new PretendLastWords();
    public final PretendRecording recording = new PretendRecording(feed);
    public final PretendGoals goals = new PretendGoals(feed);
    public final PretendPlans plans = new PretendPlans(feed);
    public final PretendProgramme programme = new PretendProgramme(feed);
    public final PretendNames names = new PretendNames();
    public final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    public final List<KeptFilter> filters = new ArrayList<>();
    public Instant today = Instant.parse("2026-06-01T10:00:00Z");

    private final DataSource database;
    private final PlatformTransactionManager transactions;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor;

    /** A new database with the schema as it is now, for whoever wants one for each test: a copy takes less than the migration. */
    public static TestDatabase upToDate() {
        return Migrated.DATABASE.copy();
    }

    private static final class Migrated {
        private static final TestDatabase DATABASE = migrated();

        private static TestDatabase migrated() {
            TestDatabase database = TestDatabase.fresh();
            new House(database).close();
            return database;
        }
    }

    public House(TestDatabase tests) {
        this(tests, null);
    }

    /** Where names are marked for the search. */
    public House(TestDatabase tests, @Nullable BlindMarks marks) {
        PGSimpleDataSource source = (PGSimpleDataSource) tests.application();
        tests.execute("grant create on database " + tests.name() + " to " + source.getUser());
        source.setCurrentSchema("views");
        source.setReWriteBatchedInserts(true);
        database = source;
        migrate();
        transactions = new DataSourceTransactionManager(database);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(Clock.class, () -> new Today());
        context.registerBean(ZoneId.class, () -> ZONE);
        context.registerBean(Opener.class, () -> words);
        context.registerBean(Disclosing.class, () -> gate);
        context.registerBean(Recording.class, () -> recording);
        context.registerBean(ShownGoals.class, () -> goals);
        context.registerBean(JointPlans.class, () -> plans);
        context.registerBean(ProgrammeCodes.class, () -> programme);
        context.registerBean(ShownNames.class, () -> names);
        context.registerBean(Tags.class, () -> (kind, value) -> (kind + value).getBytes(StandardCharsets.UTF_8));
        context.registerBean(PublishedCharter.class, () -> charter);
        context.registerBean(LastWord.class, () -> lastWords);
        context.registerBean(LiveViews.class, () -> this);
        context.registerBean(KeptFilters.class, () -> account -> List.copyOf(filters));
        context.registerBean(Paper.class, PretendPaper::new);
        context.registerBean("messageSource", MessageSource.class, () -> Pages.CATALOGUE);
        if (marks != null) {
            context.registerBean(BlindMarks.class, () -> marks);
        }
        RootBeanDefinition streamable = new RootBeanDefinition();
        streamable.setTargetType(ResolvableType.forClassWithGenerics(
                StreamableMessageSource.class,
                ResolvableType.forClassWithGenerics(TrackedEventMessage.class, Object.class)));
        streamable.setInstanceSupplier(() -> feed);
        context.registerBeanDefinition("factFeed", streamable);
        context.register(QuerySide.class);
        context.refresh();
        processor = processor();
    }

    /** Brings the schema up to date; how many steps that took. */
    public int migrate() {
        return Flyway.configure()
                .dataSource(database)
                .schemas("views")
                .defaultSchema("views")
                .createSchemas(true)
                .locations("classpath:db/views")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private PooledStreamingEventProcessor processor() {
        return PooledStreamingEventProcessor.builder()
                .name(ViewsTokens.PROCESSOR)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(projections())
                        .listenerInvocationErrorHandler((e, message, handler) -> {
                            throw e;
                        })
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(feed)
                .tokenStore(context.getBean(ViewsTokens.class))
                .transactionManager(axonTransactions())
                .initialSegmentCount(1)
                .initialToken(any -> null)
                .batchSize(100)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .tokenClaimInterval(200)
                .claimExtensionThreshold(1000)
                .build();
    }

    public List<Object> projections() {
        return new ArrayList<>(context.getBeansWithAnnotation(KeepsRows.class).values());
    }

    private TransactionManager axonTransactions() {
        return () -> {
            TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    transactions.commit(status);
                }

                @Override
                public void rollback() {
                    transactions.rollback(status);
                }
            };
        };
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public House live() {
        processor.start();
        return this;
    }

    /** Waits until everything told so far is shown. */
    public House caughtUp() {
        if (!bean(ViewsFreshness.class).await(feed.last(), Duration.ofSeconds(60))) {
            throw new AssertionError(
                    "the views did not catch up: " + bean(ViewsTokens.class).reached());
        }
        return this;
    }

    @Override
    public void pause() {
        processor.shutDown();
    }

    @Override
    public void resume() {
        processor.start();
    }

    /** Every row of every table of the schema as text, sorted; the token and Flyway's own table apart. */
    public Map<String, List<String>> dump(String schema) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = texts(
                    statement,
                    "select tablename from pg_tables where schemaname = '" + schema
                            + "' and tablename not in ('progress', 'flyway_schema_history')");
            for (String name : names) {
                tables.put(name, texts(statement, "select t::text from " + schema + "." + name + " t order by 1"));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return tables;
    }

    public List<String> schemas() {
        return jdbc().sql("select nspname from pg_namespace where nspname like 'views%' order by 1")
                .query(String.class)
                .list();
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() {
        processor.shutDown();
        context.close();
        threads.shutdownNow();
    }

    private final class Today extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today;
        }
    }
}

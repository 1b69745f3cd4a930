package org.troth.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.events.Fact;
import org.troth.events.account.Actor;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.query.rebuild.LiveViews;
import org.troth.query.rebuild.ViewsRebuild;
import org.troth.store.axon.AxonParts;
import org.troth.store.codec.FactCodec;
import org.troth.store.facts.AppendListener;
import org.troth.store.facts.FactStore;
import org.troth.vault.KeystoreFile;
import org.troth.vault.ShredDomain;
import org.troth.vault.Vault;

/**
 * Troth's engine with nothing left out: words sealed under a person's key, each fact sealed whole, numbered, tagged and
 * durable, and the views rebuilt as an administrator would have them rebuilt.
 */
final class TrothContender implements Contender {

    private static final Actor BENCHMARK = Actor.system(UUID.fromString("7e6f0c1e-52f6-4f0e-8b57-0b1f5d7d9a01"));

    private final HikariDataSource reading;
    private final Vault vault;
    private final FactStore store;
    private final Sealer sealer;
    private final CommandBus commands;
    private final Configuration configuration;
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext views = new AnnotationConfigApplicationContext();

    /**
     * @param writing gives the store's own connections; not a pool
     * @param reading a pool of the application role's, whose unqualified names mean the views
     */
    TrothContender(DataSource owner, String applicationRole, DataSource writing, HikariDataSource reading, Path keys)
            throws IOException {
        this.reading = reading;
        this.jdbc = JdbcClient.create(reading);
        for (String schema : List.of("facts", "vault")) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .locations("classpath:db/" + schema)
                    .placeholders(Map.of("app_role", applicationRole))
                    .load()
                    .migrate();
        }
        JdbcClient.create(owner)
                .sql("create schema views authorization " + applicationRole)
                .update();
        JdbcClient.create(owner)
                .sql("grant create on database troth to " + applicationRole)
                .update();
        Clock clock = Clock.systemUTC();
        char[] passphrase = UUID.randomUUID().toString().toCharArray();
        Path epochs = Files.createDirectory(
                keys.resolve("epochs"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeystoreFile root = KeystoreFile.create(keys.resolve("root.bcfks"), passphrase);
        vault = Vault.open(reading, ShredDomain.in(epochs, root, clock), erased -> Set.of());
        sealer = vault.sealer();
        List<Class<? extends Fact>> families = new java.util.ArrayList<>(org.troth.events.Families.ALL);
        families.add(TallyEvent.class);
        store = FactStore.open(new FactStore.Parts(
                writing,
                reading,
                vault.factSealing(),
                vault.births(),
                vault.evictions(),
                FactCodec.of(families, List.of()),
                clock,
                () -> false,
                "benchmark/troth",
                LedgerEvent.Mode.SIMULATED,
                AppendListener.NONE));
        AxonParts parts = new AxonParts(store);
        commands = parts.commandBus();
        configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(axon -> parts.commandBus())
                .configureEventStore(axon -> parts.eventStore())
                .configureTransactionManager(axon -> parts.commandTransactions())
                .configureSerializer(axon -> parts.serializer())
                .configureEventSerializer(axon -> parts.serializer())
                .configureMessageSerializer(axon -> parts.serializer())
                .configureAggregate(parts.aggregate(SealedTally.class))
                .buildConfiguration();
        configuration.start();
        makeViews(parts, clock);
    }

    private void makeViews(AxonParts parts, Clock clock) {
        Flyway.configure()
                .dataSource(reading)
                .schemas("views")
                .defaultSchema("views")
                .locations("classpath:db/views")
                .load()
                .migrate();
        RootBeanDefinition source = new RootBeanDefinition();
        source.setTargetType(ResolvableType.forClassWithGenerics(
                StreamableMessageSource.class,
                ResolvableType.forClassWithGenerics(TrackedEventMessage.class, Object.class)));
        source.setInstanceSupplier(parts::source);
        views.registerBeanDefinition("source", source);
        views.registerBean(DataSource.class, () -> reading);
        views.registerBean(Recording.class, store::recorder);
        views.registerBean(Clock.class, () -> clock);
        views.registerBean(LiveViews.class, NothingLive::new);
        views.registerBean(ViewsRebuild.class);
        views.registerBean("liveRows", NoLiveRows.class);
        views.registerBean(TallyProjection.class);
        views.refresh();
    }

    @Override
    public String name() {
        return "Troth, sealed";
    }

    /** Makes the keys of these people, as enrolment would have done long before. */
    void know(List<UUID> people) {
        people.forEach(person -> open(UUID.randomUUID(), person, "a first word, so that there is a key"));
    }

    @Override
    public void open(UUID tally, UUID person, String words) {
        send(new SealedTally.Open(tally, person, sealer.seal(Words.INTAKE_NOTE, person, words)));
    }

    @Override
    public void mark(UUID tally, UUID person, String words) {
        send(new SealedTally.Mark(tally, sealer.seal(Words.INTAKE_NOTE, person, words)));
    }

    private void send(Object command) {
        Unit unit = new Unit(BENCHMARK, UUID.randomUUID());
        commands.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command).withMetaData(Map.of(Unit.KEY, unit)),
                (CommandMessage<?> sent, CommandResultMessage<?> came) -> {
                    if (came.isExceptional()) {
                        throw new IllegalStateException("a command of the benchmark failed", came.exceptionResult());
                    }
                });
        unit.position().orElseThrow();
    }

    @Override
    public long events() {
        return store.head().size();
    }

    @Override
    public double rebuild() {
        long before = System.nanoTime();
        try {
            views.getBean(ViewsRebuild.class).rebuild();
        } catch (Exception e) {
            throw new IllegalStateException("the rebuild failed", e);
        }
        return (System.nanoTime() - before) / 1e9;
    }

    @Override
    public long viewed() {
        return jdbc.sql("select count(*) + coalesce(sum(marks), 0) from tally_view")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        views.close();
        configuration.shutdown();
        store.close();
        vault.close();
        reading.close();
    }

    private static final class NothingLive implements LiveViews {
        @Override
        public void pause() {}

        @Override
        public void resume() {}
    }
}

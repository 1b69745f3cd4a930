package org.troth.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.postgres.Login;
import org.troth.postgres.PostgresServer;
import org.troth.postgres.PostgresSettings;

/**
 * The engines side by side on one PostgreSQL with fsync on, in alternating rounds; prints one table with medians. Run it
 * alone on the machine.
 */
public final class SideBySide {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int COMMANDS_AT_32 = Integer.getInteger("commands32", 16_000);
    private static final int COMMANDS_AT_1 = Integer.getInteger("commands1", 1_500);
    private static final int PEOPLE = 200;
    private static final int AXON_POOL = 33;
    private static final int TROTH_POOL = 20;

    private SideBySide() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("troth-benchmark");
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(PEOPLE).toList();
        try (PostgresServer server = PostgresServer.start(PostgresSettings.in(home.resolve("postgres")), stage -> {})) {
            JdbcClient.create(simple(server, server.url("postgres"), server.superuser()))
                    .sql("create database axon owner " + server.owner().user())
                    .update();
            try (TrothContender troth = new TrothContender(
                            simple(server, server.url(), server.owner()),
                            server.application().user(),
                            simple(server, server.url(), server.application()),
                            pool(server.url(), server.application(), "views", TROTH_POOL),
                            Files.createDirectory(home.resolve("keys")));
                    AxonContender axon =
                            new AxonContender(pool(server.url("axon"), server.owner(), "public", AXON_POOL))) {
                troth.know(people);
                measure(troth, axon, new Load(people));
            }
        }
    }

    private static void measure(Contender troth, Contender axon, Load load) {
        Table table = new Table(troth.name(), axon.name());
        say("warming up");
        for (Contender each : List.of(axon, troth)) {
            load.run(each, 32, COMMANDS_AT_32 / 2);
            load.run(each, 1, COMMANDS_AT_1 / 2);
        }
        List<Load.Round> trothMany = new ArrayList<>();
        List<Load.Round> axonMany = new ArrayList<>();
        List<Load.Round> trothOne = new ArrayList<>();
        List<Load.Round> axonOne = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            say("round " + round + " of " + ROUNDS);
            axonMany.add(load.run(axon, 32, COMMANDS_AT_32));
            trothMany.add(load.run(troth, 32, COMMANDS_AT_32));
            axonOne.add(load.run(axon, 1, COMMANDS_AT_1));
            trothOne.add(load.run(troth, 1, COMMANDS_AT_1));
        }
        table.row("durable commands/s, 32 callers", trothMany, axonMany, Load.Round::perSecond, 1.5);
        table.row("durable commands/s, 1 caller", trothOne, axonOne, Load.Round::perSecond, 1.0);
        table.note("p99 of a command, 32 callers, ms", trothMany, axonMany, round -> round.percentileMillis(0.99));
        table.note("p99 of a command, 1 caller, ms", trothOne, axonOne, round -> round.percentileMillis(0.99));
        List<Double> trothRebuild = new ArrayList<>();
        List<Double> axonRebuild = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            say("rebuild " + round + " of 3");
            axonRebuild.add(axon.events() / axon.rebuild());
            trothRebuild.add(troth.events() / troth.rebuild());
        }
        if (axon.viewed() != axon.events()) {
            throw new IllegalStateException("the view beside does not show every event");
        }
        table.row("rebuild, events/s", trothRebuild, axonRebuild, value -> value, 1.5);
        System.out.println(table);
    }

    private static void say(String what) {
        System.err.println(what);
    }

    private static PGSimpleDataSource simple(PostgresServer server, String url, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static HikariDataSource pool(String url, Login login, String schema, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setSchema(schema);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        return new HikariDataSource(config);
    }

    /** The lines of the one table; every figure is the median of its rounds. */
    private static final class Table {
        private final StringBuilder lines = new StringBuilder();

        Table(String first, String second) {
            lines.append(String.format(
                    Locale.ROOT, "%n%-36s %22s %22s %8s %8s%n", "median", first, second, "ratio", "wanted"));
        }

        <R> void row(String what, List<R> first, List<R> second, ToDoubleFunction<R> figure, double wanted) {
            double a = median(first, figure);
            double b = median(second, figure);
            lines.append(String.format(
                    Locale.ROOT,
                    "%-36s %22.1f %22.1f %8.2f %8.2f %s%n",
                    what,
                    a,
                    b,
                    a / b,
                    wanted,
                    a / b >= wanted ? "met" : "MISSED"));
        }

        <R> void note(String what, List<R> first, List<R> second, ToDoubleFunction<R> figure) {
            lines.append(String.format(
                    Locale.ROOT, "%-36s %22.2f %22.2f%n", what, median(first, figure), median(second, figure)));
        }

        private static <R> double median(List<R> rounds, ToDoubleFunction<R> figure) {
            double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}

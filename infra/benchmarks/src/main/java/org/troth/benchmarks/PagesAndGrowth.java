package org.troth.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.app.TrothApplication;
import org.troth.events.confidential.Sealer;
import org.troth.events.recording.Recording;

/**
 * The whole product over HTTP: what recording a disclosure adds to a case page, and what two hundred thousand facts do to
 * a command and a page. Prints one table; run it alone on the machine.
 */
public final class PagesAndGrowth {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int REQUESTS = Integer.getInteger("requests", 400);
    private static final long FEW = Long.getLong("few", 10_000);
    private static final long MANY = Long.getLong("many", 200_000);

    private final Coordinator coordinator;
    private final GrownRecord record;
    private final ConfigurableApplicationContext troth;
    private final Random random = new Random(20_261_121);

    private PagesAndGrowth(ConfigurableApplicationContext troth, Coordinator coordinator) {
        this.troth = troth;
        this.coordinator = coordinator;
        this.record = new GrownRecord(troth.getBean(Recording.class), troth.getBean(Sealer.class));
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("troth-pages");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        SpringApplication application = TrothApplication.application();
        application.addPrimarySources(List.of(SwitchableGate.class));
        try (ConfigurableApplicationContext troth = application.run(
                "--troth.home=" + home.resolve(".troth"), "--troth.demonstration.participants=6", "--server.port=0")) {
            URI origin = URI.create("http://127.0.0.1:" + troth.getEnvironment().getRequiredProperty("server.port"));
            new PagesAndGrowth(troth, new Coordinator(origin, home.resolve(".troth/accounts.txt"))).measure();
        }
    }

    private void measure() throws IOException {
        grow(FEW);
        say("warming up");
        pages(4 * REQUESTS);
        commands(2 * REQUESTS);
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        double[][] few = new double[2][ROUNDS];
        double[][] many = new double[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            say("round " + (round + 1) + " of " + ROUNDS + " at " + FEW);
            SwitchableGate.records = false;
            without[round] = percentile(pages(REQUESTS), 0.5);
            SwitchableGate.records = true;
            long[] pages = pages(REQUESTS);
            with[round] = percentile(pages, 0.5);
            few[0][round] = percentile(commands(REQUESTS), 0.99);
            few[1][round] = percentile(pages, 0.99);
        }
        grow(MANY);
        for (int round = 0; round < ROUNDS; round++) {
            say("round " + (round + 1) + " of " + ROUNDS + " at " + MANY);
            many[0][round] = percentile(commands(REQUESTS), 0.99);
            many[1][round] = percentile(pages(REQUESTS), 0.99);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-44s %12s %12s %8s %8s%n",
                "median of rounds, ms",
                "this",
                "against",
                "ratio",
                "wanted");
        row("case page, disclosure recorded / not", median(with), median(without), 1.3);
        row("p99 of a command, " + MANY + " / " + FEW + " facts", median(many[0]), median(few[0]), 1.2);
        row("p99 of a case page, " + MANY + " / " + FEW + " facts", median(many[1]), median(few[1]), 1.2);
    }

    private static void row(String what, double a, double b, double most) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %12.2f %12.2f %8.2f %8.2f %s%n",
                what,
                a,
                b,
                a / b,
                most,
                a / b <= most ? "met" : "MISSED");
    }

    private void grow(long facts) {
        say("growing to " + facts);
        long size = record.growTo(facts);
        JdbcClient jdbc = troth.getBean(JdbcClient.class);
        TallyView.await(
                () -> jdbc.sql("select max(position) from views.progress")
                                .query(Long.class)
                                .single()
                        >= size - 1,
                Duration.ofMinutes(20));
    }

    private long[] pages(int requests) throws IOException {
        List<UUID> all = record.participants();
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            nanos[i] = coordinator.casePage(all.get(random.nextInt(all.size())));
        }
        return nanos;
    }

    private long[] commands(int requests) throws IOException {
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            nanos[i] = coordinator.enquiry();
        }
        return nanos;
    }

    private static double percentile(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))] / 1e6;
    }

    private static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String what) {
        System.err.println(what);
    }
}

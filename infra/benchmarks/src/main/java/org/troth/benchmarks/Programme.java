package org.troth.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.app.TrothApplication;
import org.troth.events.confidential.Sealer;
import org.troth.events.recording.Recording;

/** A whole product of its own with a database of its own, a coordinator who asks it, and a record that grows. */
final class Programme implements AutoCloseable {

    private final ConfigurableApplicationContext troth;
    private final Coordinator coordinator;
    private final GrownRecord record;
    private final Caseload caseload;
    private final Random random = new Random(20_261_121);

    Programme() throws IOException {
        this(false);
    }

    /** With the blind index for the search of people, or without. */
    Programme(boolean blindIndex) throws IOException {
        Path home = Files.createTempDirectory("troth-pages");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        SpringApplication application = TrothApplication.application();
        application.addPrimarySources(List.of(SwitchableGate.class));
        troth = application.run(
                "--troth.home=" + home.resolve(".troth"),
                "--troth.demonstration.participants=6",
                "--troth.search.blind-index=" + (blindIndex ? "on" : "off"),
                "--server.port=0");
        URI origin = URI.create("http://127.0.0.1:" + troth.getEnvironment().getRequiredProperty("server.port"));
        coordinator = new Coordinator(origin, home.resolve(".troth/accounts.txt"));
        record = new GrownRecord(troth.getBean(Recording.class), troth.getBean(Sealer.class));
        caseload = new Caseload(troth.getBean(Recording.class), troth.getBean(Sealer.class));
    }

    /** Adds so many open cases, until the views show them. */
    void open(int cases) {
        System.err.println("opening " + cases + " cases");
        shown(caseload.add(cases));
    }

    /** Until the record has so many facts, and the views show them. */
    void growTo(long facts) {
        System.err.println("growing to " + facts);
        shown(record.growTo(facts));
    }

    private void shown(long size) {
        JdbcClient jdbc = troth.getBean(JdbcClient.class);
        TallyView.await(
                () -> jdbc.sql("select max(position) from views.progress")
                                .query(Long.class)
                                .single()
                        >= size - 1,
                Duration.ofMinutes(20));
    }

    void pages(Timings timings, int requests) throws IOException {
        List<UUID> all = record.participants().isEmpty() ? caseload.participants() : record.participants();
        for (int i = 0; i < requests; i++) {
            timings.add(coordinator.casePage(all.get(random.nextInt(all.size()))));
        }
    }

    void worklists(Timings timings, int requests, String path) throws IOException {
        for (int i = 0; i < requests; i++) {
            timings.add(coordinator.page(path));
        }
    }

    /** By turns: a whole name, the family name alone, a part of a name, and a name that nobody has. */
    void searches(Timings timings, int requests) throws IOException {
        List<String> names = caseload.names();
        for (int i = 0; i < requests; i++) {
            String name = names.get(random.nextInt(names.size()));
            String term = switch (i % 4) {
                case 0 -> name;
                case 1 -> name.substring(name.indexOf(' ') + 1);
                case 2 -> name.substring(1, 5);
                default -> "Xyxavor Quenn";
            };
            timings.add(coordinator.search(term));
        }
    }

    void commands(Timings timings, int requests) throws IOException {
        for (int i = 0; i < requests; i++) {
            timings.add(coordinator.enquiry());
        }
    }

    @Override
    public void close() {
        troth.close();
    }
}

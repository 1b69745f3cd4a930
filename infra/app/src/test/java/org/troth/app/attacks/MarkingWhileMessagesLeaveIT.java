package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.TrothApplication;
import org.troth.app.mail.MailServer;
import org.troth.command.account.FirstAdministrator;
import org.troth.events.message.DueMessages;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import org.troth.vault.KeystoreFile;

/** Two nodes send while ways are marked unsafe: what left, left before its way was marked, and never twice. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkingWhileMessagesLeaveIT {

    private static final String HOST = "records.example.org";
    private static final String PASSPHRASE = "two nodes, one root key";
    private static final String PASSWORD = "every lantern has a wick 31";
    private static final int PEOPLE = 40;

    private final TestDatabase database;
    private final MailServer server = new MailServer();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private String coordinator = "";

    MarkingWhileMessagesLeaveIT(TestDatabase database) throws IOException {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("home"));
        Path keystore = directory.resolve("root.bcfks");
        KeystoreFile made = KeystoreFile.create(keystore, PASSPHRASE.toCharArray());
        made.export(directory.resolve("copy.bcfks"), "another one".toCharArray());
        made.acknowledge(directory.resolve("copy.bcfks"), "another one".toCharArray());
        String[] settings = {
            "--troth.mode=production",
            "--troth.zone=Europe/London",
            "--troth.origin=https://" + HOST,
            "--troth.home=" + directory.resolve("home"),
            "--troth.database.url=" + database.url(),
            "--troth.database.owner.user=" + database.ownerLogin().user(),
            "--troth.database.owner.password-file="
                    + secret(directory, "owner", database.ownerLogin().password()),
            "--troth.database.application.user=" + database.applicationLogin().user(),
            "--troth.database.application.password-file="
                    + secret(
                            directory,
                            "application",
                            database.applicationLogin().password()),
            "--troth.keys.keystore=" + keystore,
            "--troth.keys.epochs=" + directory.resolve("epochs"),
            "--troth.keys.passphrase-file=" + secret(directory, "passphrase", PASSPHRASE),
            "--troth.proxy.trusted=127.0.0.1",
            "--troth.mail.host=127.0.0.1",
            "--troth.mail.port=" + server.port(),
            "--troth.mail.protection=none",
            "--troth.mail.from=notes@post.example.org",
            "--server.port=0"
        };
        nodes.add(TrothApplication.application().run(settings));
        nodes.add(TrothApplication.application().run(settings));
        String code = nodes.get(0)
                .getBean(FirstAdministrator.class)
                .invite("administrator")
                .orElseThrow();
        String administrator = opened("administrator", code);
        Answer invited = at(1, administrator)
                .post("/accounts", Map.of("name", "somebody at a desk", "roles", List.of("COORDINATOR")))
                .expect(201);
        coordinator = opened("somebody at a desk", invited.json().path("code").asString());
    }

    private static Path secret(Path directory, String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private String opened(String name, String code) {
        return new NewColleague(at(0, null), name, PASSWORD).token(code);
    }

    @AfterAll
    void end() throws IOException {
        nodes.forEach(ConfigurableApplicationContext::close);
        server.close();
    }

    private Caller at(int node, @org.jspecify.annotations.Nullable String token) {
        String port = nodes.get(node).getEnvironment().getRequiredProperty("local.server.port");
        return Caller.behindProxy(URI.create("http://127.0.0.1:" + port), HOST, token);
    }

    @Test
    void letNothingLeaveForAWayThatWasMarkedBefore() throws Exception {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(somebody(i));
        }
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int number = i;
                String person = people.get(i);
                acts.add(callers.submit(() -> at(number % 2, coordinator)
                        .post(
                                "/consents",
                                Map.of(
                                        "participant",
                                        person,
                                        "purpose",
                                        "SUPPORT",
                                        "classes",
                                        List.of("IDENTITY"),
                                        "language",
                                        "en"))));
                acts.add(callers.submit(() -> {
                    // From at once to after the message has long been due, so that some come before, some amid, some
                    // after.
                    Thread.sleep(number * 60L);
                    return at((number + 1) % 2, coordinator)
                            .post("/participants/" + person + "/contacts/EMAIL/unsafe", Map.of());
                }));
                acts.add(callers.submit(
                        () -> nodes.get(number % 2).getBean(DueMessages.class).send()));
            }
            for (Future<?> each : acts) {
                each.get();
            }
        } finally {
            callers.shutdown();
        }
        ChildTroth.await(
                Duration.ofSeconds(60),
                () -> number("select count(*) from views.message") == PEOPLE
                        && number("select count(*) from views.message where state in ('QUEUED', 'LEAVING')") == 0);

        assertThat(number("""
                select count(*) from views.chronicle leaving
                 where kind = 'message-leaving' and exists (
                       select 1 from views.chronicle marked
                        where marked.kind = 'contact-marked-unsafe' and marked.participant = leaving.participant
                          and marked.position < leaving.position)""")).isZero();
        long left = number("select count(*) from views.chronicle where kind = 'message-left'");
        long withheld = number("select count(*) from views.chronicle where kind = 'message-withheld'");
        assertThat(left + withheld).isEqualTo(PEOPLE);
        assertThat(left).as("some were in time").isPositive();
        assertThat(withheld).as("some were marked before").isPositive();
        assertThat(server.received()).hasSize((int) left);
        assertThat(server.received().stream().map(MailServer.Received::to).distinct())
                .hasSize((int) left);
        assertThat(number("select count(*) from lookups.outbox")).isZero();
    }

    private String somebody(int number) {
        Caller desk = at(0, coordinator);
        String id = desk.post("/participants", Map.of("matter", "debt", "language", "en"))
                .expect(201)
                .id();
        desk.post(
                        "/participants/" + id + "/contacts",
                        Map.of("channel", "EMAIL", "address", "p" + number + "@home.example.org"))
                .expect(200);
        desk.post("/participants/" + id + "/intake", Map.of("name", "Someone", "matter", "debt", "language", "en"))
                .expect(200);
        desk.post("/participants/" + id + "/enrolment", Map.of()).expect(200);
        return id;
    }

    private long number(String question) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

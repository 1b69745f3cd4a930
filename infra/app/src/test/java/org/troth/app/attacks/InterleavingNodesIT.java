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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.TrothApplication;
import org.troth.command.account.FirstAdministrator;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import org.troth.vault.KeystoreFile;

/** Two nodes of a production installation on one database act at the same time, and it is one record. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingNodesIT {

    private static final String HOST = "records.example.org";
    private static final String PASSPHRASE = "two nodes, one root key";
    private static final String PASSWORD = "every lantern has a wick 31";

    private final TestDatabase database;
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private String administrator = "";
    private String coordinator = "";

    InterleavingNodesIT(TestDatabase database) {
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
            "--server.port=0"
        };
        nodes.add(TrothApplication.application().run(settings));
        nodes.add(TrothApplication.application().run(settings));
        people();
    }

    private static Path secret(Path directory, String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private void people() {
        String code = nodes.get(0)
                .getBean(FirstAdministrator.class)
                .invite("administrator")
                .orElseThrow();
        administrator = opened(0, "administrator", code);
        Answer invited = at(1, administrator)
                .post("/accounts", Map.of("name", "somebody at a desk", "roles", List.of("COORDINATOR")))
                .expect(201);
        coordinator =
                opened(1, "somebody at a desk", invited.json().path("code").asString());
    }

    private String opened(int node, String name, String code) {
        return new NewColleague(at(node, null), name, PASSWORD).token(code);
    }

    @AfterAll
    void end() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    private Caller at(int node, @org.jspecify.annotations.Nullable String token) {
        String port = nodes.get(node).getEnvironment().getRequiredProperty("local.server.port");
        return Caller.behindProxy(URI.create("http://127.0.0.1:" + port), HOST, token);
    }

    @Test
    void keepOneRecordWithoutGaps() throws Exception {
        long before = number("select count(*) from facts.fact where get_byte(header, 5) = 1");
        List<Callable<Answer>> commands = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            Caller caller = at(i % 2, coordinator);
            String words = "Number " + i;
            commands.add(
                    () -> caller.post("/participants", Map.of("matter", "debt", "language", "en", "words", words)));
        }
        List<Answer> answers = atOnce(commands);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::position).distinct()).hasSize(160);
        assertThat(number("select count(*) from facts.fact where get_byte(header, 5) = 1"))
                .isEqualTo(before + 160);
        assertThat(number("select max(position) - min(position) + 1 - count(*) from facts.fact"))
                .isZero();
        assertThat(number("""
                select count(*) from (select 1 from facts.fact group by stream_id
                                      having min(stream_seq) <> 0 or max(stream_seq) <> count(*) - 1) gap""")).isZero();
        ChildTroth.await(Duration.ofSeconds(30), () -> number("select count(*) from views.participant") >= 160);
    }

    @Test
    void doOneThingOnceWhicheverIsAsked() throws Exception {
        UUID key = UUID.randomUUID();
        Map<String, String> enquiry = Map.of("matter", "debt", "language", "en");
        List<Callable<Answer>> same = Stream.of(0, 1, 0, 1, 0, 1)
                .<Callable<Answer>>map(node -> () -> at(node, coordinator).post("/participants", enquiry, key))
                .toList();
        List<Answer> answers = atOnce(same);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.whole()).isIn(200, 201));
        assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
        assertThat(answers.stream().map(Answer::position).distinct()).hasSize(1);
        at(1, coordinator)
                .post("/participants", Map.of("matter", "family", "language", "en"), key)
                .expect(422);
    }

    @Test
    void letOneOfTwoRivalsWin() throws Exception {
        String id = at(0, coordinator)
                .post("/participants", Map.of("matter", "debt", "language", "en"))
                .expect(201)
                .id();
        Map<String, String> intake = Map.of("name", "Someone", "matter", "debt", "language", "en");
        List<Answer> intakes = atOnce(List.of(
                () -> at(0, coordinator).post("/participants/" + id + "/intake", intake),
                () -> at(1, coordinator).post("/participants/" + id + "/intake", intake)));
        assertThat(intakes.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);

        Map<String, Object> invitation = Map.of("name", "one and only", "roles", List.of("AUDITOR"));
        List<Answer> invitations = atOnce(List.of(
                () -> at(0, administrator).post("/accounts", invitation),
                () -> at(1, administrator).post("/accounts", invitation)));
        assertThat(invitations.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void takeOnceThatSomebodyHasReadTheCharter() throws Exception {
        String volunteer = at(0, coordinator)
                .post(
                        "/volunteers",
                        Map.of(
                                "name", "Somebody who reads",
                                "contact", "0113 496 0000",
                                "matters", List.of("debt"),
                                "languages", List.of("en"),
                                "capacity", "1"))
                .expect(201)
                .id();
        String code = at(1, administrator)
                .post("/accounts", Map.of("name", "reader", "roles", List.of("VOLUNTEER"), "person", volunteer))
                .expect(201)
                .json()
                .path("code")
                .asString();
        String reader = at(0, null)
                .post("/accounts/opening", Map.of("name", "reader", "code", code, "password", PASSWORD, "token", true))
                .expect(200)
                .json()
                .path("token")
                .asString();
        int version = at(0, reader)
                .get("/api/v1/charter")
                .expect(200)
                .json()
                .path("version")
                .asInt();
        Map<String, Object> read = Map.of("version", version, "language", "en");
        List<Answer> answers = atOnce(List.of(
                () -> at(0, reader).post("/charter/acknowledgement", read),
                () -> at(1, reader).post("/charter/acknowledgement", read)));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void leadWhoeverWorksHereToTheirSecondStepAndNowhereElse() {
        String code = invited("a newcomer", "COORDINATOR");
        at(0, null)
                .post(
                        "/accounts/opening",
                        Map.of("name", "a newcomer", "code", code, "password", PASSWORD, "token", true))
                .expect(409);
        at(1, null)
                .post("/accounts/opening", Map.of("name", "a newcomer", "code", code, "password", PASSWORD))
                .expect(200);
        Caller newcomer = at(0, null);
        newcomer.signIn("a newcomer", PASSWORD).expect(303);
        for (String path : List.of("/", "/participants", "/accounts/mine", "/worklist/intake", "/directory")) {
            assertThat(newcomer.get(path).expect(303).header("Location"))
                    .as(path)
                    .isEqualTo("/accounts/mine/factor");
        }
        assertThat(newcomer.get("/accounts/mine/factor").expect(200).text()).contains("A second step at sign-in");
    }

    @Test
    void takeACodeOnceWhicheverOfThemItIsShownTo() throws Exception {
        String code = invited("a reader", "AUDITOR");
        at(0, null)
                .post("/accounts/opening", Map.of("name", "a reader", "code", code, "password", PASSWORD))
                .expect(200);
        NewColleague reader = new NewColleague(at(0, null), "a reader", PASSWORD);
        String recovery = reader.enrolled().get(0);
        for (String shown : List.of(recovery, reader.nextCode())) {
            List<Caller> halves = List.of(at(0, null), at(1, null));
            halves.forEach(half -> assertThat(half.signIn("a reader", PASSWORD).header("Location"))
                    .isEqualTo("/sign-in/code"));
            List<Answer> answers = atOnce(halves.stream()
                    .<Callable<Answer>>map(
                            half -> () -> half.form("/sign-in/code", "/sign-in/code", Map.of("code", shown)))
                    .toList());
            assertThat(answers.stream().map(answer -> answer.header("Location")))
                    .filteredOn(location -> location.equals("/"))
                    .hasSize(1);
            Caller late = at(1, null);
            late.signIn("a reader", PASSWORD).expect(303);
            assertThat(late.form("/sign-in/code", "/sign-in/code", Map.of("code", shown))
                            .header("Location"))
                    .as("the same once more")
                    .isEqualTo("/sign-in/code?said=refused");
        }
    }

    private String invited(String name, String role) {
        return at(0, administrator)
                .post("/accounts", Map.of("name", name, "roles", List.of(role)))
                .expect(201)
                .json()
                .path("code")
                .asString();
    }

    @Test
    void forgetWhoIsNoLongerWelcomeAtOnce() {
        Answer invited = at(0, administrator)
                .post("/accounts", Map.of("name", "a passer-by", "roles", List.of("AUDITOR")))
                .expect(201);
        String token = opened(0, "a passer-by", invited.json().path("code").asString());
        at(1, token).get("/api/v1/audit").expect(200);
        at(0, administrator)
                .post("/accounts/" + invited.id() + "/lock", Map.of())
                .expect(200);
        at(1, token).get("/api/v1/audit").expect(401);
    }

    @Test
    void inviteNoSecondFirstAdministrator() {
        assertThat(nodes.get(1).getBean(FirstAdministrator.class).invite("another root"))
                .isEmpty();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> commands) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(Math.min(16, commands.size()));
        CyclicBarrier together = new CyclicBarrier(Math.min(16, commands.size()));
        try {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < commands.size(); i++) {
                Callable<Answer> command = commands.get(i);
                boolean first = i < Math.min(16, commands.size());
                asked.add(callers.submit(() -> {
                    if (first) {
                        together.await();
                    }
                    return command.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
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

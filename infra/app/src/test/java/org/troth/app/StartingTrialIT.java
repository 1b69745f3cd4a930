package org.troth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.ground.Ground;
import org.troth.app.ground.StartRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole trial, as an operator starts it: from nothing, once more on the same data, and on this machine alone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartingTrialIT {

    @TempDir
    static Path directory;

    private static final RecordingSelector CONNECTIONS = new RecordingSelector(ProxySelector.getDefault());
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void startFromNothing() {
        ProxySelector.setDefault(CONNECTIONS);
        context = start();
    }

    @AfterAll
    static void end() {
        context.close();
        ProxySelector.setDefault(CONNECTIONS.before());
    }

    private static ConfigurableApplicationContext start() {
        return TrothApplication.application()
                .run(
                        "--troth.home=" + directory.resolve("a home with spaces"),
                        "--troth.trial.binaries=" + reactorRoot().resolve("target/postgresql"),
                        "--troth.demonstration.participants=8",
                        "--server.port=0");
    }

    @Test
    @Order(1)
    void keepsPasswordsTokensAndConnectionWhereOnlyItsOwnerReads() throws IOException {
        for (String name : List.of("accounts.txt", "database.txt", "passphrase")) {
            assertThat(Files.getPosixFilePermissions(home().resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.readString(home().resolve("database.txt"))).contains("psql -h 127.0.0.1");
    }

    @Test
    @Order(2)
    void letsEverySampleAccountSignIn() throws Exception {
        for (String name : List.of("coordinator", "auditor", "administrator", "participant", "volunteer")) {
            Visitor visitor = visitor();
            var signedIn = visitor.submit(
                    "/sign-in", "/sign-in", Map.of("name", name, "password", fromAccounts(name, "password (\\S+)")));
            assertThat(signedIn.statusCode()).as(name).isEqualTo(303);
            assertThat(signedIn.headers().firstValue("Location").orElse(""))
                    .as(name)
                    .doesNotContain("refused");
            assertThat(visitor.get("/").statusCode()).as(name).isIn(200, 302, 303);
        }
    }

    @Test
    @Order(3)
    void answersItsApiToATokenOfTheRightRoleAlone() throws Exception {
        assertThat(visitor().get("/api/v1/participants").statusCode()).isEqualTo(401);
        assertThat(visitor().withToken(token("auditor"), "/api/v1/participants").statusCode())
                .isEqualTo(403);
        var answer = visitor().withToken(token("coordinator"), "/api/v1/participants");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    @Order(4)
    void refusesAPurposeThatIsNoCode() throws Exception {
        var answer = visitor()
                .get(
                        "/api/v1/participants",
                        "Authorization",
                        "Bearer " + token("coordinator"),
                        "Purpose-Of-Use",
                        "CURIOSITY");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"purpose-of-use\"").doesNotContain("CURIOSITY");
    }

    @Test
    @Order(5)
    void readsNothingButJson() throws Exception {
        String token = token("coordinator");
        for (String type : List.of("application/yaml", "application/xml", "application/cbor", "text/plain")) {
            assertThat(visitor()
                            .post("/api/v1/participants", "matter: family", type, "Authorization", "Bearer " + token)
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
    }

    @Test
    @Order(5)
    void describesItsApiWithAnExampleOfEverything() throws Exception {
        JsonNode api = JsonMapper.builder()
                .build()
                .readTree(visitor().get("/v3/api-docs").body());
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").propertyNames()).hasSizeGreaterThan(40);
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String which = operation.getKey() + " " + path.getKey();
                    JsonNode body = operation.getValue().path("requestBody").path("content");
                    body.forEach(content ->
                            assertThat(content.has("example")).as(which).isTrue());
                    assertThat(operation.getValue().path("parameters").findValuesAsString("name"))
                            .as(which)
                            .doesNotContain("request", "roles", "sequence");
                }));
    }

    @Test
    @Order(6)
    void explainsItsApiToPeople() throws Exception {
        var page = visitor().get("/api");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Reading is an act", "POST /api/v1/consents", "Coordinator");
    }

    @Test
    @Order(7)
    void showsHealthToAllAndMetersToAdministratorsAlone() throws Exception {
        assertThat(visitor().get("/actuator/health").body()).contains("\"UP\"");
        assertThat(visitor().get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(visitor()
                        .withToken(token("coordinator"), "/actuator/prometheus")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor()
                        .withToken(token("administrator"), "/actuator/prometheus")
                        .body())
                .contains(
                        "command_attempted_seconds_count",
                        "recording_batch",
                        "recording_wait_seconds",
                        "projection_lag",
                        "disclosure_recorded_total",
                        "disclosure_refused_total",
                        "sealing_sealed_seconds_count",
                        "sealing_opened_seconds_count");
    }

    @Test
    @Order(8)
    void answersUnderItsOwnNamesOnly() throws Exception {
        assertThat(visitor().get("/sign-in").statusCode()).isEqualTo(200);
        URI here = ground().origin();
        Visitor elsewhere = new Visitor(URI.create("http://127.0.0.2:" + here.getPort()));
        assertThatThrownBy(() -> elsewhere.get("/sign-in")).isInstanceOf(IOException.class);
    }

    @Test
    @Order(9)
    void lendsItsDataToOneProcessAtATime() {
        assertThatThrownBy(StartingTrialIT::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is using");
    }

    @Test
    @Order(10)
    void goesOnWithTheSameDataAtTheNextStart() throws Exception {
        String before = visitor()
                .withToken(token("coordinator"), "/api/v1/participants")
                .body();
        context.close();
        context = start();
        assertThat(visitor()
                        .withToken(token("coordinator"), "/api/v1/participants")
                        .body())
                .isEqualTo(before);
    }

    @Test
    @Order(11)
    void neverConnectsToAnotherMachine() {
        assertThat(CONNECTIONS.hosts())
                .isNotEmpty()
                .allSatisfy(host -> assertThat(InetAddress.getByName(host).isLoopbackAddress())
                        .as(host)
                        .isTrue());
    }

    /** Whoever is heard while it stops gets their answer, or is told to come back; nobody meets a half of it. */
    @Test
    @Order(12)
    void answersAsAWholeUntilItHasStopped() throws Exception {
        String body = example("POST /api/v1/participants");
        String token = token("coordinator");
        Visitor[] callers = {visitor(), visitor(), visitor(), visitor()};
        CountDownLatch busy = new CountDownLatch(callers.length * 3);
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> calling = Arrays.stream(callers)
                .map(caller -> CompletableFuture.runAsync(
                        () -> {
                            while (true) {
                                try {
                                    var answer = caller.postJson(
                                            "/api/v1/participants", body, "Authorization", "Bearer " + token);
                                    statuses.add(answer.statusCode());
                                } catch (IOException | InterruptedException nobodyThere) {
                                    return;
                                } finally {
                                    busy.countDown();
                                }
                            }
                        },
                        task -> new Thread(task, "caller").start()))
                .toList();
        assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();
        context.close();
        CompletableFuture.allOf(calling.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        assertThat(statuses).contains(201).isSubsetOf(201, 503);
    }

    private static String example(String which) throws IOException {
        try (InputStream in = StartingTrialIT.class.getResourceAsStream("/openapi/examples.json")) {
            return JsonMapper.builder()
                    .build()
                    .readTree(in)
                    .path(which)
                    .path("request")
                    .toString();
        }
    }

    private static Ground ground() {
        return context.getBean(Ground.class);
    }

    private static Path home() {
        return ground().home();
    }

    private static Visitor visitor() {
        return new Visitor(ground().origin());
    }

    private static String token(String name) throws IOException {
        String role = name.toUpperCase(Locale.ROOT);
        String text = Files.readString(home().resolve("accounts.txt"));
        return found(text.substring(text.indexOf("Tokens")), "(?m)^" + role + "\\s+(\\S+)$");
    }

    private static String fromAccounts(String name, String pattern) throws IOException {
        return found(Files.readString(home().resolve("accounts.txt")), "name " + name + "\\s+" + pattern);
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    static Path reactorRoot() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at;
    }
}

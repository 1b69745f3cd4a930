package org.troth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.ground.Database;
import org.troth.app.ground.Ground;
import org.troth.app.time.ProgrammeClock;
import org.troth.app.time.PushedClock;
import tools.jackson.databind.json.JsonMapper;

/** A whole product whose clock is pushed about, and one that lives through the nights in which the clocks change. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeepingTimeIT {

    @TempDir
    static Path directory;

    private static final PushedClock MACHINE = new PushedClock();
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void startWithoutPeople() {
        SpringApplication application = TrothApplication.application();
        application.addInitializers(MACHINE);
        context = application.run(
                "--troth.home=" + directory.resolve("home"),
                "--troth.trial.binaries=" + StartingTrialIT.reactorRoot().resolve("target/postgresql"),
                "--troth.demonstration.participants=0",
                "--troth.zone=Europe/London",
                "--server.port=0");
    }

    @AfterAll
    static void end() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT40S"})
    @Order(1)
    void recordsAndShowsNothingWhileTheClockIsFarOffAndGoesOnAfterwards(String jump) throws Exception {
        String before = participant();
        long facts = facts();
        MACHINE.push(Duration.parse(jump));
        try {
            HttpResponse<String> refused = send("participants", "{\"matter\":\"housing\",\"language\":\"en\"}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"status\":503");
            assertThat(look("/api/v1/participants/" + before).statusCode()).isEqualTo(503);
            assertThat(facts()).isEqualTo(facts);
            assertThat(visitor().get("/actuator/health").body())
                    .contains("This machine's clock is more than 30 seconds away from the database's");
        } finally {
            MACHINE.push(Duration.ZERO);
        }
        participant();
        assertThat(look("/api/v1/participants/" + before).statusCode()).isEqualTo(200);
        assertThat(facts()).isGreaterThan(facts);
        assertThat(positionsWithoutAGap()).isTrue();
    }

    @Test
    @Order(2)
    void keepsTheOrderOfTheRecordWhenTheClockStepsBackALittle() throws Exception {
        String id = participant();
        MACHINE.push(Duration.ofSeconds(15));
        long earlier = contact(id, "PHONE");
        MACHINE.push(Duration.ofSeconds(-15));
        long later = contact(id, "EMAIL");
        MACHINE.push(Duration.ZERO);
        assertThat(later).isGreaterThan(earlier);
        assertThat(positionsWithoutAGap()).isTrue();
    }

    @Test
    @Order(3)
    void tellsTheTwoHoursOfAnAutumnNightApart() throws Exception {
        ProgrammeClock clock = context.getBean(ProgrammeClock.class);
        clock.simulate(Instant.parse("2024-10-26T12:00:00Z"));
        String id = participant();
        clock.simulate(Instant.parse("2024-10-27T00:30:00Z"));
        contact(id, "PHONE");
        clock.simulate(Instant.parse("2024-10-27T01:30:00Z"));
        long position = contact(id, "EMAIL");
        clock.simulate(Instant.parse("2024-10-27T09:15:00Z"));
        Visitor coordinator = visitor();
        coordinator.submit("/sign-in", "/sign-in", Map.of("name", "coordinator", "password", password()));
        String page = coordinator.get("/participants/" + id + "?at=" + position).body();
        assertThat(page)
                .contains("26 October 2024, 13:00<")
                .contains("27 October 2024, 01:30 UTC+01:00")
                .contains("27 October 2024, 01:30 UTC+00:00");
    }

    @Test
    @Order(4)
    void endsAConsentWithTheProgrammesDayWhenThatDayHasTwentyFiveHours() throws Exception {
        ProgrammeClock clock = context.getBean(ProgrammeClock.class);
        String id = participant();
        String first = consent(id, "SUPPORT", "2024-10-27");
        String second = consent(id, "REPORTING", "2024-10-27");
        String own = understood(id, first, second);
        clock.simulate(Instant.parse("2024-10-27T23:59:59Z"));
        assertThat(sendBy(own, "consents/" + first + "/agreement", "{}").statusCode())
                .isEqualTo(200);
        clock.simulate(Instant.parse("2024-10-28T00:00:00Z"));
        assertThat(sendBy(own, "consents/" + second + "/agreement", "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(5)
    void endsAConsentWithTheProgrammesDayWhenThatDayHasTwentyThreeHours() throws Exception {
        ProgrammeClock clock = context.getBean(ProgrammeClock.class);
        clock.simulate(Instant.parse("2025-03-30T00:59:59Z"));
        String id = participant();
        clock.simulate(Instant.parse("2025-03-30T01:00:00Z"));
        String first = consent(id, "SUPPORT", "2025-03-30");
        String second = consent(id, "REPORTING", "2025-03-30");
        String own = understood(id, first, second);
        clock.simulate(Instant.parse("2025-03-30T22:59:59Z"));
        assertThat(sendBy(own, "consents/" + first + "/agreement", "{}").statusCode())
                .isEqualTo(200);
        clock.simulate(Instant.parse("2025-03-30T23:00:00Z"));
        assertThat(sendBy(own, "consents/" + second + "/agreement", "{}").statusCode())
                .isEqualTo(409);
        assertThat(positionsWithoutAGap()).isTrue();
        clock.release();
    }

    private static String participant() throws Exception {
        HttpResponse<String> answer = send("participants", "{\"matter\":\"housing\",\"language\":\"en\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return text(answer, "id");
    }

    private static long contact(String participant, String channel) throws Exception {
        HttpResponse<String> answer = send(
                "participants/" + participant + "/contacts",
                "{\"channel\":\"%s\",\"address\":\"somewhere@example.org\"}".formatted(channel));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Long.parseLong(text(answer, "position"));
    }

    private static String consent(String participant, String purpose, String lastDay) throws Exception {
        HttpResponse<String> answer = send(
                "consents",
                "{\"participant\":\"%s\",\"purpose\":\"%s\",\"classes\":[\"IDENTITY\"],\"language\":\"en\",\"lastDay\":\"%s\"}"
                        .formatted(participant, purpose, lastDay));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return text(answer, "id");
    }

    /** The token of the participant's own account, who has answered the questions about both texts. */
    private static String understood(String participant, String support, String reporting) throws Exception {
        String name = "own-" + participant;
        String intake = "{\"name\":\"Somebody\",\"matter\":\"housing\",\"language\":\"en\",\"needs\":[\"company\"]}";
        assertThat(send("participants/" + participant + "/intake", intake).statusCode())
                .isEqualTo(200);
        assertThat(send("participants/" + participant + "/enrolment", "{}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> invited = sendBy(
                found("(?m)^ADMINISTRATOR\\s+(\\S{20,})$"),
                "accounts",
                "{\"name\":\"%s\",\"roles\":[\"PARTICIPANT\"],\"person\":\"%s\"}".formatted(name, participant));
        HttpResponse<String> opened = visitor()
                .postJson(
                        "/api/v1/accounts/opening",
                        "{\"name\":\"%s\",\"code\":\"%s\",\"password\":\"twelve herons by the weir\",\"token\":true}"
                                .formatted(name, text(invited, "code")));
        assertThat(opened.statusCode()).isEqualTo(200);
        String own = text(opened, "token");
        for (var each : Map.of(support, "SUPPORT", reporting, "REPORTING").entrySet()) {
            String answers = JsonMapper.shared().writeValueAsString(RightAnswers.to(each.getValue()));
            assertThat(sendBy(own, "consents/" + each.getKey() + "/understanding", answers)
                            .statusCode())
                    .isEqualTo(200);
        }
        return own;
    }

    private static HttpResponse<String> send(String path, String json) throws Exception {
        return sendBy(token(), path, json);
    }

    private static HttpResponse<String> sendBy(String token, String path, String json) throws Exception {
        return visitor().postJson("/api/v1/" + path, json, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> look(String path) throws Exception {
        return visitor().withToken(token(), path);
    }

    private static String text(HttpResponse<String> answer, String field) {
        return JsonMapper.shared().readTree(answer.body()).path(field).asString();
    }

    private static long facts() throws SQLException {
        return asked("select count(*) from facts.fact");
    }

    private static boolean positionsWithoutAGap() throws SQLException {
        return asked("select count(*) - (max(position) - min(position) + 1) from facts.fact") == 0;
    }

    private static long asked(String question) throws SQLException {
        Database database = context.getBean(Ground.class).database();
        try (Connection connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static Visitor visitor() {
        return new Visitor(context.getBean(Ground.class).origin());
    }

    private static String token() throws IOException {
        return found("(?m)^COORDINATOR\\s+(\\S{20,})$");
    }

    private static String password() throws IOException {
        return found("name coordinator\\s+password (\\S+)");
    }

    private static String found(String pattern) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(Files.readString(directory.resolve("home/accounts.txt")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}

package org.troth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.ground.StartRefused;
import org.troth.postgres.PostgresServer;
import org.troth.testkit.TestPostgres;

/** Production against a server that is not ours: roles made by the SQL that operators are given, keys by the tool. */
class StartingProductionIT {

    private static final String OWNER = "records_owner";
    private static final String APPLICATION = "records_app";
    private static final String DATABASE = "records";

    @TempDir
    static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void makeRolesDatabaseAndKeys() throws Exception {
        server = TestPostgres.server();
        String sql = Files.readString(StartingTrialIT.reactorRoot().resolve("infra/deploy/roles.sql"))
                .replaceAll("(?m)^--.*$", "")
                .replace("troth_owner", OWNER)
                .replace("troth_app", APPLICATION)
                .replace("database troth", "database " + DATABASE)
                .replace(":owner_password", "'owner secret'")
                .replace(":application_password", "'application secret'");
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String each : sql.split(";")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
        secret("owner", "owner secret");
        secret("application", "application secret");
        secret("passphrase", "correct horse");
        keys("new", keystore());
        keys("export", keystore(), directory.resolve("recovery.bcfks").toString());
        keys("acknowledge", keystore(), directory.resolve("recovery.bcfks").toString());
    }

    @Test
    void servesBehindItsProxyAndLetsTheFirstAdministratorIn() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            int port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
            Visitor visitor = new Visitor(URI.create("http://127.0.0.1:" + port));
            String[] proxied = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "records.example.org"};
            assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(421);
            var page = visitor.get("/sign-in", proxied);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(visitor.get("/actuator/health", proxied).body())
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("DOWN");
            String invitation = Files.readString(directory.resolve("home/first-administrator.txt"));
            var code = Pattern.compile("code {2}(\\S+)").matcher(invitation);
            assertThat(code.find()).isTrue();
            String json = "{\"name\":\"administrator\",\"code\":\"%s\",\"password\":\"seven bright lanterns\"}";
            var opened = visitor.postJson("/api/v1/accounts/opening", json.formatted(code.group(1)), proxied);
            assertThat(opened.statusCode()).isEqualTo(200);
        }
        try (ConfigurableApplicationContext again = start()) {
            assertThat(again.isActive()).isTrue();
            assertThat(directory.resolve("home/first-administrator.txt")).doesNotExist();
        }
    }

    @Test
    void refusesRolesThatMayDoTooMuch() {
        Map<String, String> changed = Map.of(
                "troth.database.application.user", server.superuser().user(),
                "troth.database.application.password", server.superuser().password(),
                "troth.database.application.password-file", "");
        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> start(changed));
        assertThat(refused.reasons()).contains("The application role is a superuser: then its bounds mean nothing.");
    }

    @ParameterizedTest
    @CsvSource({
        "alter role records_app createrole, alter role records_app nocreaterole",
        "alter role records_app replication, alter role records_app noreplication",
        "grant pg_write_all_data to records_app, revoke pg_write_all_data from records_app"
    })
    void refusesAnApplicationRoleThatCouldGiveItselfMore(String more, String less) throws Exception {
        asSuperuser(more);
        try {
            StartRefused refused = catchThrowableOfType(StartRefused.class, () -> start(Map.of()));
            assertThat(refused.reasons())
                    .containsExactly(
                            "The application role may create roles, replicate, write everywhere or run programs:"
                                    + " then its bounds mean nothing (infra/deploy/roles.sql).");
        } finally {
            asSuperuser(less);
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        StartRefused refused = catchThrowableOfType(
                StartRefused.class,
                () -> TrothApplication.application().run("--troth.mode=production", "--troth.zone=Nowhere/Else"));
        assertThat(refused.reasons())
                .contains("troth.zone names no time zone that this machine knows.")
                .hasSizeGreaterThan(8);
    }

    private static ConfigurableApplicationContext start() {
        return start(Map.of());
    }

    private static ConfigurableApplicationContext start(Map<String, String> changed) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "troth.mode", "production",
                "troth.zone", "Europe/London",
                "troth.origin", "https://records.example.org",
                "troth.home", directory.resolve("home").toString(),
                "troth.database.url", server.url(DATABASE),
                "troth.database.owner.user", OWNER,
                "troth.database.application.user", APPLICATION,
                "troth.proxy.trusted", "127.0.0.1",
                "server.address", "127.0.0.1",
                "server.port", "0"));
        settings.put(
                "troth.database.owner.password-file", directory.resolve("owner").toString());
        settings.put(
                "troth.database.application.password-file",
                directory.resolve("application").toString());
        settings.put("troth.keys.keystore", keystore());
        settings.put("troth.keys.epochs", directory.resolve("epochs").toString());
        settings.put(
                "troth.keys.passphrase-file", directory.resolve("passphrase").toString());
        settings.putAll(changed);
        return TrothApplication.application()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static String keystore() {
        return directory.resolve("root.bcfks").toString();
    }

    private static void keys(String... words) {
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(Arrays.asList(words));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = new KeysTool(
                        Map.of("TROTH_KEYS_PASSPHRASE", "correct horse", "TROTH_RECOVERY_PASSPHRASE", "battery staple"),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(all.toArray(String[]::new));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static void secret(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"),
                server.superuser().user(),
                server.superuser().password());
    }
}

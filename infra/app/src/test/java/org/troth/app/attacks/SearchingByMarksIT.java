package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.troth.app.TrothApplication;
import org.troth.command.account.FirstAdministrator;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import org.troth.vault.KeystoreFile;

/** Of two nodes on one database one searches with the blind index and one without, and nobody can tell which was asked. */
@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchingByMarksIT {

    private static final String HOST = "records.example.org";
    private static final String PASSPHRASE = "names that nobody lists";
    private static final String PASSWORD = "every lantern has a wick 31";
    private static final int PEOPLE = 540;
    private static final String NOBODY = "Quxwyv Zzyzx";
    private static final String[] NAMES = {
        "Zo\u00eb",
        "Ingeborg",
        "Anne-Marie",
        "N\u00fcran",
        "O'Donovan",
        "\u0141ucja",
        "\u00d0or\u00f0ur",
        "\u0130brahim",
        "Yasem\u0131n",
        "\u674e\u5c0f\u9f8d",
        "\u7530\u4e2d",
        "\u0395\u03bb\u03ad\u03bd\u03b7",
        "\u03a3\u03c9\u03c4\u03ae\u03c1\u03b7\u03c2",
        "\u05e6\u05d1\u05d9\u05d4",
        "\u0644\u064a\u0644\u0649",
        "\u0928\u0947\u0939\u093e",
        "de",
        "la",
        "Cruz",
        "Stra\u00dfer"
    };

    private final TestDatabase database;
    private final Random random = new Random(20_261_122);
    private final List<String> names = new ArrayList<>();
    private @Nullable ConfigurableApplicationContext plain;
    private @Nullable ConfigurableApplicationContext marking;
    private String[] settings = {};
    private String token = "";

    SearchingByMarksIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("home"));
        Path keystore = directory.resolve("root.bcfks");
        KeystoreFile made = KeystoreFile.create(keystore, PASSPHRASE.toCharArray());
        made.export(directory.resolve("copy.bcfks"), "another one".toCharArray());
        made.acknowledge(directory.resolve("copy.bcfks"), "another one".toCharArray());
        settings = new String[] {
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
        plain = started("off");
        marking = started("on");
        coordinator();
        people();
    }

    private ConfigurableApplicationContext started(String index) {
        return TrothApplication.application()
                .run(Stream.concat(Stream.of(settings), Stream.of("--troth.search.blind-index=" + index))
                        .toArray(String[]::new));
    }

    private static Path secret(Path directory, String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private void coordinator() {
        String code = node(plain)
                .getBean(FirstAdministrator.class)
                .invite("administrator")
                .orElseThrow();
        String administrator = opened("administrator", code);
        Answer invited = at(plain, administrator)
                .post("/accounts", Map.of("name", "somebody at a desk", "roles", List.of("COORDINATOR")))
                .expect(201);
        token = opened("somebody at a desk", invited.json().path("code").asString());
    }

    private String opened(String name, String code) {
        return new NewColleague(at(plain, null), name, PASSWORD).token(code);
    }

    private void people() {
        for (int made = 0; made < PEOPLE; made += 20) {
            List<NewFact> unit = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String name = name();
                names.add(name);
                taken(unit, name);
            }
            node(plain)
                    .getBean(Recording.class)
                    .record(new Unit(Actor.system(new UUID(4, 4)), UUID.randomUUID()), unit);
        }
        ChildTroth.await(
                Duration.ofSeconds(60),
                () -> number("select count(*) from views.participant where name is not null") == PEOPLE);
    }

    private void taken(List<NewFact> unit, String name) {
        ParticipantId person = new ParticipantId(UUID.randomUUID());
        unit.add(new NewFact("Participant", person.toString(), 0, new EnquiryReceived(person, "housing", "en", null)));
        unit.add(new NewFact(
                "Participant",
                person.toString(),
                1,
                new IntakeCompleted(
                        person,
                        node(plain).getBean(Sealer.class).seal(Words.PARTICIPANT_NAME, person.value(), name),
                        "housing",
                        "en",
                        List.of(),
                        null)));
    }

    private String name() {
        String name = of(NAMES) + " " + of(NAMES) + (random.nextInt(3) == 0 ? "-" + of(NAMES) : "") + " "
                + Integer.toString(random.nextInt(2_000), 36);
        return switch (random.nextInt(4)) {
            case 0 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private String of(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    @AfterAll
    void end() {
        Stream.of(marking, plain).filter(each -> each != null).forEach(ConfigurableApplicationContext::close);
    }

    @Test
    @Order(1)
    void givesTheSameAnswersBeforeWhileAndAfterNamesAreMarked() {
        assertThat(marked()).isZero();
        answersAlike(12);
        at(marking, token).post("/participants/search", Map.of("term", NOBODY)).expect(200);
        assertThat(marked()).isEqualTo(PEOPLE);
        answersAlike(50);
        change("delete from views.name_mark where left(person::text, 1) in ('2', '7', 'c', 'f')");
        answersAlike(12);
    }

    private void answersAlike(int terms) {
        for (int i = 0; i < terms; i++) {
            Map<String, Object> asked = Map.of("term", term(), "page", 1 + random.nextInt(2));
            Answer without =
                    at(plain, token).post("/participants/search", asked).expect(200);
            Answer with = at(marking, token).post("/participants/search", asked).expect(200);
            assertThat(with.text()).isEqualTo(without.text());
        }
    }

    private String term() {
        String name = names.get(random.nextInt(names.size()));
        int from = random.nextInt(name.length() - 1);
        String part = name.substring(from, Math.min(name.length(), from + 1 + random.nextInt(8)));
        return switch (random.nextInt(5)) {
            case 0 -> Normalizer.normalize(part, Normalizer.Form.NFD);
            case 1 -> part.toLowerCase(Locale.ROOT);
            case 2 -> name;
            case 3 -> part + "x";
            default -> part;
        };
    }

    @Test
    @Order(2)
    void recordsTheSameFactsEitherWay() {
        String term = names.get(77);
        long before = facts();
        at(plain, token).post("/participants/search", Map.of("term", term)).expect(200);
        long without = facts() - before;
        at(marking, token).post("/participants/search", Map.of("term", term)).expect(200);
        assertThat(facts() - before).isEqualTo(2 * without);
        assertThat(without).isGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(3)
    void refusesWhoMayNotSearchAlikeAndMarksNothingForThem() {
        change("delete from views.name_mark");
        Answer without = at(plain, "troth_nobody").post("/participants/search", Map.of("term", names.get(0)));
        Answer with = at(marking, "troth_nobody").post("/participants/search", Map.of("term", names.get(0)));
        assertThat(with.status()).isEqualTo(without.status()).isEqualTo(401);
        assertThat(marked()).isZero();
    }

    @Test
    @Order(4)
    void keepsNoWordOfANameAndNoTwoRowsAlike() {
        at(marking, token).post("/participants/search", Map.of("term", NOBODY)).expect(200);
        List<String> rows =
                texts("select person::text || ' ' || state || ' ' || encode(marks, 'hex') from views.name_mark");
        assertThat(rows).hasSize(PEOPLE).doesNotHaveDuplicates();
        for (String name : Set.copyOf(List.of(NAMES))) {
            String hex = HexFormat.of().formatHex(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            if (hex.length() > 6) {
                assertThat(rows).noneMatch(row -> row.contains(hex));
            }
        }
        assertThat(texts("select bit_count(substring(marks from 18))::text from views.name_mark group by 1"))
                .containsExactly("128");
    }

    @Test
    @Order(5)
    void goesOnWhenStartedAgainAndLeavesNothingWhenSwitchedOff() {
        node(marking).close();
        marking = started("on");
        assertThat(marked()).isEqualTo(PEOPLE);
        answersAlike(5);
        node(marking).close();
        marking = started("off");
        assertThat(marked()).isZero();
        answersAlike(5);
        assertThat(marked()).isZero();
    }

    private static ConfigurableApplicationContext node(@Nullable ConfigurableApplicationContext node) {
        if (node == null) {
            throw new IllegalStateException("not started");
        }
        return node;
    }

    private static Caller at(@Nullable ConfigurableApplicationContext node, @Nullable String token) {
        String port = node(node).getEnvironment().getRequiredProperty("local.server.port");
        return Caller.behindProxy(URI.create("http://127.0.0.1:" + port), HOST, token);
    }

    private long marked() {
        return number("select count(*) from views.name_mark where marks is not null");
    }

    private long facts() {
        return number("select count(*) from facts.fact where get_byte(header, 5) = 3");
    }

    private long number(String question) {
        return Long.parseLong(texts(question).get(0));
    }

    private void change(String sql) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String question) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

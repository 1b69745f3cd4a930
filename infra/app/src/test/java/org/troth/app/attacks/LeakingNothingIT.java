package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.testkit.Finding;
import org.troth.testkit.LeakSearch;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** The words that were typed in lie nowhere but in the pages of those who may read them. */
@ExtendWith(Attacked.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakingNothingIT {

    private final ChildTroth troth;
    private final Walk walk;
    private final LeakSearch search;

    LeakingNothingIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
        List<String> words = new ArrayList<>(walk.helped.words());
        words.addAll(walk.helping.words());
        words.add(walk.receipt);
        words.add(walk.receipt.replace(" ", ""));
        this.search = LeakSearch.forWords(words);
    }

    /** So that what is searched has been used: read, searched for, refused. */
    @BeforeAll
    void lookAround() {
        for (String path : Reads.of(walk).coordinators()) {
            troth.browser("coordinator").get(path);
            walk.coordinator.get("/api/v1" + path);
        }
        assertThat(troth.browser("coordinator")
                        .get("/participants/" + walk.note)
                        .expect(200)
                        .text())
                .contains(walk.helped.storyWord());
        assertThat(found(walk.helped.familyName()).text()).contains(walk.helped.name());
        found(walk.helped.storyWord());
        provoked().forEach(answer -> assertThat(answer.status()).isGreaterThanOrEqualTo(400));
        Mistaken.typeInto(troth, walk);
    }

    private Answer found(String term) {
        return walk.coordinator
                .post("/participants/search", Map.of("term", term))
                .expect(200);
    }

    @Test
    void canBeFoundByThisSearchAtAll() {
        String page = walk.coordinator
                .get("/api/v1/participants/" + walk.participant)
                .expect(200)
                .text();
        assertThat(search.inText("the case page", page)).isNotEmpty();
    }

    @Test
    void inNoTable() {
        assertThat(search.inDatabase(troth.record().source())).isEmpty();
    }

    @Test
    void inNoFileOfTheDatabaseBeforeAndAfterItIsWrittenOut() throws Exception {
        assertThat(inOpenDirectory(troth.dataDirectory())).isEmpty();
        troth.record().execute("checkpoint");
        assertThat(inOpenDirectory(troth.dataDirectory())).isEmpty();
        assertThat(search.inFile(troth.database().resolve("postgres.log"))).isEmpty();
    }

    @Test
    void inNoOtherFileOfTheTrial() throws Exception {
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(troth.home())) {
            for (Path file : files.filter(each -> !each.startsWith(troth.database()))
                    .filter(Files::isRegularFile)
                    .toList()) {
                findings.addAll(search.inFile(file));
                findings.addAll(search.inText("the name " + file, file.toString()));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void inNoTemporaryFile() {
        assertThat(search.inDirectory(troth.temporary())).isEmpty();
    }

    @Test
    void onNoTerminal() {
        assertThat(troth.output()).isNotEmptyFile();
        assertThat(search.inFile(troth.output())).isEmpty();
    }

    @Test
    void inNoMeterAndNoHealth() {
        Answer meters =
                troth.program("administrator").get("/actuator/prometheus").expect(200);
        assertThat(meters.text()).contains("command_attempted_seconds_count{command=\"ReceiveEnquiry\"");
        assertThat(search.inText("meters", meters.whole())).isEmpty();
        assertThat(search.inText(
                        "health",
                        Caller.stranger(troth.origin()).get("/actuator/health").whole()))
                .isEmpty();
        assertThat(search.inText(
                        "description",
                        Caller.stranger(troth.origin())
                                .get("/v3/api-docs")
                                .expect(200)
                                .whole()))
                .isEmpty();
    }

    @Test
    void inNoAnswerToWhatWasRefused() {
        for (Answer answer : provoked()) {
            assertThat(search.inText("an answer", answer.whole())).isEmpty();
        }
    }

    @Test
    void inNoHeaderOfPageThatShowsThem() {
        for (String path : Reads.of(walk).coordinators()) {
            Answer page = troth.browser("coordinator").get(path);
            assertThat(search.inText(path, page.headers().toString())).isEmpty();
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
    }

    /** Requests full of words that go wrong in every way there is. */
    private List<Answer> provoked() {
        SamplePerson person = walk.helped;
        String unknown = "00000000-0000-4000-8000-00000000abcd";
        Caller stranger = Caller.stranger(troth.origin());
        List<Answer> answers = new ArrayList<>();
        Caller coordinator = walk.coordinator;
        answers.add(stranger.post("/notes/reading", Map.of("code", person.story())));
        answers.add(stranger.post("/notes/words", Map.of("code", person.phone(), "words", person.story())));
        answers.add(stranger.post("/notes", Map.of("matter", person.name(), "words", person.story())));
        answers.add(stranger.post("/deliveries/opening", Map.of("link", person.story(), "code", person.phone())));
        answers.add(stranger.post(
                "/deliveries/outcome", Map.of("sitting", person.name(), "outcome", "HELPED", "words", person.story())));
        answers.add(coordinator.post("/participants/code", Map.of("code", person.story())));
        answers.add(coordinator.post(
                "/participants/" + walk.participant + "/intake",
                Map.of("name", person.name().repeat(20), "matter", person.familyName(), "language", person.place())));
        answers.add(coordinator.post(
                "/participants/" + walk.participant + "/intake",
                Map.of("name", person.name(), "matter", "family", "language", "en", "note", person.story())));
        answers.add(coordinator.post("/participants", Map.of(person.familyName(), person.story())));
        answers.add(coordinator.post("/participants", Map.of("words", List.of(person.story()))));
        answers.add(coordinator.post(
                "/participants/" + unknown + "/contacts",
                Map.of("channel", "PHONE", "address", person.phone(), "advice", person.story())));
        answers.add(coordinator.post(
                "/participants/" + walk.participant + "/contacts",
                Map.of("channel", person.email(), "address", person.phone())));
        answers.add(coordinator.send(
                "POST",
                "/api/v1/participants",
                person.story().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/json"));
        answers.add(coordinator.get("/api/v1/participants/" + encoded(person.email())));
        answers.add(coordinator.get("/api/v1/participants?purpose=" + encoded(person.story())));
        answers.add(coordinator.get("/api/v1/participants?before=" + encoded(person.story())));
        answers.add(coordinator.get("/api/v1/" + encoded(person.familyName())));
        answers.add(coordinator.get("/api/v1/disclosures/of/" + encoded(person.familyName())));
        answers.add(coordinator.get("/api/v1/consents/" + encoded(person.name())));
        answers.add(coordinator.get(
                "/api/v1/participants", "Purpose-Of-Use", person.familyName(), "Referer", person.email()));
        answers.add(coordinator.send(
                "POST",
                "/api/v1/participants",
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/" + person.familyName()));
        answers.add(coordinator.send(
                "POST",
                "/api/v1/directory/imports",
                ("[{\"id\":\"" + person.familyName() + "\",\"name\":12,\"status\":\"" + person.storyWord() + "\",\""
                                + person.place() + "\":\"\\u0000\"}]")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/json"));
        answers.add(walk.asVolunteer().post("/participants", Map.of("words", person.story())));
        answers.add(walk.asVolunteer().get("/api/v1/participants/" + walk.participant));
        answers.add(stranger.post("/participants", Map.of("words", person.story())));
        answers.add(stranger.post(
                "/accounts/opening",
                Map.of("name", person.familyName(), "code", person.phone(), "password", person.story())));
        answers.add(stranger.get("/api/v1/participants", "Authorization", "Bearer " + "x".repeat(20)));
        answers.add(stranger.get("/api/v1/participants", "Authorization", "Bearer " + person.familyName()));
        answers.add(stranger.get("/api/v1/participants", "Authorization", "Basic " + person.familyName()));
        answers.add(troth.program("administrator")
                .post(
                        "/accounts",
                        Map.of(
                                "name",
                                person.familyName(),
                                "roles",
                                List.of("PARTICIPANT"),
                                "person",
                                walk.participant)));
        return answers;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** As {@link LeakSearch#inDirectory}, for a directory whose files come and go while it is searched. */
    private List<Finding> inOpenDirectory(Path directory) throws Exception {
        assertThat(directory.resolve("pg_wal")).isDirectory();
        return search.inDirectory(directory);
    }

    @Test
    void areAllLookedFor() {
        assertThat(SamplePeople.words()).containsAll(walk.helped.words()).containsAll(walk.helping.words());
    }
}

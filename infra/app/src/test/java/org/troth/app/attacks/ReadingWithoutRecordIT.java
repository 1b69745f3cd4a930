package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.testkit.LeakSearch;

/** No log, no look: where a look cannot be recorded, nothing is shown; and what is shown was recorded, person by person. */
@ExtendWith(Attacked.class)
class ReadingWithoutRecordIT {

    private static final String MAY_APPEND = """
            select 'grant execute on function ' || p.oid::regprocedure || ' to troth_app' from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace
             where n.nspname = 'facts' and has_function_privilege('troth_app', p.oid, 'execute')
            """;

    /** Seven seconds of patience, and what could not be let in before the first had lost theirs. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final ChildTroth troth;
    private final Walk walk;
    private final LeakSearch search;

    ReadingWithoutRecordIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
        List<String> words = new ArrayList<>(walk.helped.words());
        words.addAll(walk.helping.words());
        this.search = LeakSearch.forWords(words);
    }

    enum Trouble {
        RIGHTS_TAKEN,
        READ_ONLY,
        HEAD_LOCKED,
        DISK_FULL,
        DATABASE_STOPPED
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void showsNothingAndRecoversByItself(Trouble trouble) throws Exception {
        Map<String, Supplier<Answer>> reads = Reads.of(walk).all(troth);
        assertThat(statuses(askAll(reads)))
                .allSatisfy((what, status) -> assertThat(status).as(what).isEqualTo(200));
        long before = troth.record().disclosures();

        Map<String, Answer> refused;
        Duration took;
        try (AutoCloseable unused = begin(trouble)) {
            long begun = System.nanoTime();
            refused = askAll(reads);
            took = Duration.ofNanos(System.nanoTime() - begun);
        }

        assertThat(statuses(refused))
                .allSatisfy((what, status) -> assertThat(status).as(what).isEqualTo(503));
        assertThat(refused).allSatisfy((what, answer) -> {
            assertThat(answer.status()).as(what + " " + answer.whole()).isEqualTo(503);
            assertThat(search.inText(what, answer.whole())).isEmpty();
            assertThat(answer.header("Retry-After")).as(what).isNotEmpty();
            assertThat(answer.header("Content-Type"))
                    .as(what)
                    .startsWith(
                            what.contains("/api/") || what.matches("search|preview")
                                    ? "application/problem+json"
                                    : "text/html");
        });
        assertThat(took).isLessThan(LONGEST);
        ChildTroth.await(
                Duration.ofSeconds(60),
                () -> statuses(askAll(reads)).values().stream().allMatch(status -> status == 200));
        assertThat(troth.record().isContiguous()).isTrue();
        assertThat(troth.record().disclosures()).isGreaterThan(before);
    }

    private AutoCloseable begin(Trouble trouble) throws SQLException {
        StoredRecord record = troth.record();
        switch (trouble) {
            case RIGHTS_TAKEN -> {
                List<String> grants = List.copyOf(record.texts(MAY_APPEND));
                assertThat(grants).isNotEmpty();
                record.execute("revoke execute on all functions in schema facts from troth_app, public");
                return () -> record.execute(grants.toArray(String[]::new));
            }
            case READ_ONLY -> {
                record.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
                ChildTroth.pause(Duration.ofMillis(300));
                return () ->
                        record.execute("alter system reset default_transaction_read_only", "select pg_reload_conf()");
            }
            case HEAD_LOCKED -> {
                Connection holding = record.connect();
                holding.setAutoCommit(false);
                try (Statement statement = holding.createStatement()) {
                    statement.execute("select * from facts.head for update");
                }
                return holding::close;
            }
            case DISK_FULL -> {
                // As the server says it when it cannot extend a file.
                record.execute(
                        """
                        create function facts.disk_full() returns trigger language plpgsql as $$
                        begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$
                        """, "create trigger disk_full before insert on facts.fact execute function facts.disk_full()");
                return () -> record.execute("drop function facts.disk_full() cascade");
            }
            case DATABASE_STOPPED -> {
                troth.signalDatabase("STOP");
                return () -> troth.signalDatabase("CONT");
            }
        }
        throw new AssertionError(trouble);
    }

    private static Map<String, Answer> askAll(Map<String, Supplier<Answer>> reads) {
        ExecutorService threads = Executors.newFixedThreadPool(reads.size());
        try {
            Map<String, Future<Answer>> asked = new TreeMap<>();
            reads.forEach((what, read) -> asked.put(what, threads.submit(read::get)));
            Map<String, Answer> answers = new TreeMap<>();
            for (Map.Entry<String, Future<Answer>> each : asked.entrySet()) {
                answers.put(each.getKey(), each.getValue().get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdown();
        }
    }

    private static Map<String, Integer> statuses(Map<String, Answer> answers) {
        Map<String, Integer> statuses = new TreeMap<>();
        answers.forEach((what, answer) -> statuses.put(what, answer.status()));
        return statuses;
    }

    @Test
    void recordsExactlyTheSevenOfTwentyThatWereFound() {
        String name = "Ysolde Threnodine";
        for (int i = 0; i < 20; i++) {
            String id = Walk.enquire(walk.coordinator, walk.helped).expect(201).id();
            walk.coordinator
                    .post(
                            "/participants/" + id + "/intake",
                            Map.of(
                                    "name", i < 7 ? name + " " + i : "Somebody Else " + i,
                                    "matter", "family",
                                    "language", "en"))
                    .expect(200);
        }
        awaitViews();
        long before = troth.record().number("select max(position) from facts.fact");
        Answer found = walk.coordinator
                .post("/participants/search", Map.of("term", "threnodine"))
                .expect(200);
        assertThat(found.json().path("participants")).hasSize(7);
        awaitViews();
        assertThat(looksSince(before)).isEqualTo(Map.of("SEARCHED", 1L, "DISCLOSED", 7L));
    }

    @Test
    void recordsEachPersonOfListOnce() {
        long before = troth.record().number("select max(position) from facts.fact");
        Answer list = walk.coordinator.get("/api/v1/participants").expect(200);
        int lines = list.json().path("participants").size();
        assertThat(lines).isBetween(1, 20);
        awaitViews();
        assertThat(looksSince(before)).isEqualTo(Map.of("DISCLOSED", (long) lines));
    }

    @Test
    void recordsReadingOfTheLog() {
        for (String path :
                List.of("/api/v1/disclosures", "/api/v1/audit", "/api/v1/disclosures/of/" + walk.participant)) {
            long before = troth.record().number("select max(position) from facts.fact");
            troth.program("auditor").get(path).expect(200);
            awaitViews();
            assertThat(looksSince(before)).as(path).containsEntry("LOG_READ", 1L);
        }
    }

    @Test
    void refusesPurposeThatIsNone() {
        long before = troth.record().size();
        for (String purpose : List.of("CURIOSITY", "coc", "TREAT,COC", "' or 1=1", "9".repeat(300))) {
            Answer answer = walk.coordinator.get("/api/v1/participants", "Purpose-Of-Use", purpose);
            assertThat(answer.status()).as(purpose).isEqualTo(400);
            assertThat(answer.text()).doesNotContain(purpose);
        }
        assertThat(troth.record().size()).isEqualTo(before);
    }

    @Test
    void recordsRefusalOfWhoeverIsSignedInAndNothingOfStrangers() {
        long before = troth.record().number("select max(position) from facts.fact");
        Caller stranger = Caller.stranger(troth.origin());
        stranger.get("/participants/" + walk.participant);
        stranger.get("/api/v1/participants/" + walk.participant).expect(401);
        stranger.get("/api/v1/participants/" + walk.participant, "Authorization", "Bearer " + "y".repeat(40))
                .expect(401);
        stranger.signIn(walk.helped.familyName(), "not the password at all");
        assertThat(troth.record().number("select max(position) from facts.fact"))
                .isEqualTo(before);

        walk.asVolunteer().get("/api/v1/participants/" + walk.participant).expect(403, 404);
        awaitViews();
        assertThat(looksSince(before)).isEqualTo(Map.of("REFUSED", 1L));
        assertThat(troth.record().texts("select actor::text from views.look where position > " + before))
                .containsExactly(walk.volunteerAccount);
    }

    private Map<String, Long> looksSince(long position) {
        Map<String, Long> looks = new TreeMap<>();
        for (String kind : troth.record().texts("select distinct kind from views.look where position > " + position)) {
            looks.put(
                    kind,
                    troth.record()
                            .number("select count(*) from views.look where position > %d and kind = '%s'"
                                    .formatted(position, kind)));
        }
        return looks;
    }

    private void awaitViews() {
        StoredRecord record = troth.record();
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
    }
}

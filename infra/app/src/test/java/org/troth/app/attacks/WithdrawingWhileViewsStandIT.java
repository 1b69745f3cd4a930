package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.testkit.SamplePeople;

/** No gate reads a view: while every view is out of reach, a withdrawal holds at once, and cleaning up goes on. */
@ExtendWith(Attacked.class)
class WithdrawingWhileViewsStandIT {

    private final ChildTroth troth;

    WithdrawingWhileViewsStandIT(Attacked.Ground ground) {
        this.troth = ground.troth;
    }

    @Test
    void refusesReleaseAtOnceAndLetsReferralBeClosed() throws Exception {
        Walk ready = Walk.untilConsentToShare(troth, SamplePeople.FIONNUALA, SamplePeople.OLUWASEUN);
        StoredRecord record = troth.record();
        String previewed = ready.coordinator
                .get("/api/v1/referrals/" + ready.referral + "/release?consent=" + ready.sharing)
                .expect(200)
                .json()
                .path("previewed")
                .asString();
        try (Connection holding = record.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            takeTheViewsAway(record, statement);
            long begun = System.nanoTime();
            ready.asParticipant()
                    .post("/consents/" + ready.sharing + "/withdrawal", Map.of())
                    .expect(200);
            Answer release = ready.coordinator.post(
                    "/referrals/" + ready.referral + "/release",
                    Map.of("consent", ready.sharing, "previewed", previewed));
            assertThat(release.status()).as(release.whole()).isEqualTo(409);
            assertThat(ready.coordinator
                            .get("/api/v1/referrals/" + ready.referral + "/release?consent=" + ready.sharing)
                            .status())
                    .isEqualTo(409);
            ready.coordinator
                    .post("/referrals/" + ready.referral + "/closing", Map.of())
                    .expect(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
            holding.rollback();
        }
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
        assertThat(record.number("select count(*) from views.referral where id = '%s' and state = 'CLOSED'"
                        .formatted(ready.referral)))
                .isEqualTo(1);
        assertThat(record.isContiguous()).isTrue();
    }

    private static void takeTheViewsAway(StoredRecord record, Statement statement) throws SQLException {
        statement.execute("lock table "
                + record
                        .texts("select 'views.' || quote_ident(tablename) from pg_tables where schemaname = 'views'")
                        .stream()
                        .collect(Collectors.joining(", "))
                + " in access exclusive mode");
    }

    /**
     * R1: withdrawn at ten, and opened a second later. What was sent and opened before stays so; it is recalled, and can be
     * closed.
     */
    @Test
    void opensNothingForTheAgencyRecallsWhatWasSentAndLetsItBeClosed() throws Exception {
        Walk sent = Walk.untilSent(troth, SamplePeople.MIYUKI, SamplePeople.THUY);
        Map<String, String> opening = sent.opening();
        StoredRecord record = troth.record();
        try (Connection holding = record.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            takeTheViewsAway(record, statement);
            sent.asParticipant()
                    .post("/consents/" + sent.sharing + "/withdrawal", Map.of())
                    .expect(200);
            Answer late = Caller.stranger(troth.origin()).post("/deliveries/opening", opening);
            assertThat(late.status()).as(late.whole()).isEqualTo(409);
            assertThat(late.json().path("rule").asString()).isEqualTo("opens-nothing");
            assertThat(late.text()).doesNotContain(sent.helped.name());
            holding.rollback();
        }
        Answer again = sent.release();
        assertThat(again.status()).as(again.whole()).isEqualTo(409);
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> sent.coordinator
                        .get("/api/v1/referrals/" + sent.referral)
                        .text()
                        .contains("RECALL"));
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> looks(record, sent, "kind = 'REFUSED' and route = 'POST /deliveries/opening'") == 1);
        assertThat(looks(record, sent, "ground = 'CONSENT'")).isEqualTo(1);
        sent.coordinator
                .post("/referrals/" + sent.referral + "/closing", Map.of())
                .expect(200);
    }

    private static long looks(StoredRecord record, Walk sent, String which) {
        return record.number(
                "select count(*) from views.look where subject = '%s' and %s".formatted(sent.participant, which));
    }
}

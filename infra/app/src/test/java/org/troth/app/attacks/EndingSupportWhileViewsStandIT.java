package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.testkit.SamplePeople;

/** Whoever stops has stopped at once, while every view is out of reach; the match that was left ends by itself. */
@ExtendWith(Attacked.class)
class EndingSupportWhileViewsStandIT {

    private final ChildTroth troth;

    EndingSupportWhileViewsStandIT(Attacked.Ground ground) {
        this.troth = ground.troth;
    }

    @Test
    void letsNothingLeaveAndNobodyWalkBesideThem() throws Exception {
        Walk walk = Walk.untilConsentToShare(troth, SamplePeople.FIONNUALA, SamplePeople.OLUWASEUN);
        StoredRecord record = troth.record();
        String previewed = walk.coordinator
                .get("/api/v1/referrals/" + walk.referral + "/release?consent=" + walk.sharing)
                .expect(200)
                .json()
                .path("previewed")
                .asString();
        try (Connection holding = record.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table "
                    + record
                            .texts(
                                    "select 'views.' || quote_ident(tablename) from pg_tables where schemaname = 'views'")
                            .stream()
                            .collect(Collectors.joining(", "))
                    + " in access exclusive mode");
            walk.asParticipant()
                    .post("/participants/" + walk.participant + "/closure", Map.of())
                    .expect(200);
            Answer release = walk.coordinator.post(
                    "/referrals/" + walk.referral + "/release",
                    Map.of("consent", walk.sharing, "previewed", previewed));
            assertThat(release.status()).as(release.whole()).isEqualTo(409);
            Answer boundary = walk.asVolunteer()
                    .post("/boundaries", Map.of("match", walk.match, "topic", "PLACE", "words", "not at home"));
            assertThat(boundary.status()).as(boundary.whole()).isIn(404, 409);
            Answer another = walk.asParticipant().post("/matches", Map.of("participant", walk.participant));
            assertThat(another.status()).as(another.whole()).isEqualTo(409);
            holding.rollback();
        }
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> walk.coordinator
                        .get("/api/v1/matches/" + walk.match)
                        .text()
                        .contains("ENDED"));
        assertThat(walk.coordinator
                        .get("/api/v1/participants/" + walk.participant)
                        .text())
                .contains("\"stage\":\"CLOSED\"");
        walk.asParticipant()
                .post("/participants/" + walk.participant + "/reopening", Map.of())
                .expect(200);
        walk.asParticipant()
                .post("/matches", Map.of("participant", walk.participant))
                .expect(201);
        assertThat(record.isContiguous()).isTrue();
    }
}

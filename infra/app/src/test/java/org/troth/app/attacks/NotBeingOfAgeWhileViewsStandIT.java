package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.testkit.SamplePeople;

/** That somebody is not of age stops at once what they agreed to as if they were, while every view is out of reach. */
@ExtendWith(Attacked.class)
class NotBeingOfAgeWhileViewsStandIT {

    private final ChildTroth troth;

    NotBeingOfAgeWhileViewsStandIT(Attacked.Ground ground) {
        this.troth = ground.troth;
    }

    @Test
    void letsNothingLeaveUntilItIsKnownToHaveBeenAMistake() throws Exception {
        Walk walk = Walk.untilConsentToShare(troth, SamplePeople.FIONNUALA, SamplePeople.OLUWASEUN);
        StoredRecord record = troth.record();
        String previewed = walk.coordinator
                .get("/api/v1/referrals/" + walk.referral + "/release?consent=" + walk.sharing)
                .expect(200)
                .json()
                .path("previewed")
                .asString();
        Map<String, String> packet = Map.of("consent", walk.sharing, "previewed", previewed);
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
            walk.coordinator
                    .post(
                            "/youth/" + walk.participant + "/age",
                            Map.of("ofAgeOn", LocalDate.now().plusYears(1).toString()))
                    .expect(200);
            Answer release = walk.coordinator.post("/referrals/" + walk.referral + "/release", packet);
            assertThat(release.status()).as(release.whole()).isEqualTo(409);
            assertThat(release.whole()).contains("as if they were");
            walk.coordinator
                    .post("/youth/" + walk.participant + "/age/removal", Map.of())
                    .expect(200);
            walk.coordinator
                    .post("/referrals/" + walk.referral + "/release", packet)
                    .expect(200);
            holding.rollback();
        }
        assertThat(record.isContiguous()).isTrue();
    }
}

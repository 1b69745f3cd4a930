package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R1: whoever takes their yes to support back is read less at once, by whatever address, and cleaning up goes on. */
@ExtendWith(Attacked.class)
class LookingAfterNoToSupportIT {

    private final ChildTroth troth;

    LookingAfterNoToSupportIT(Attacked.Ground ground) {
        this.troth = ground.troth;
    }

    @Test
    void closesWhatTheVolunteerReadAndTheStoryForCoordinators() {
        Walk walk = Walk.untilSent(troth, Walk.somebody("who stops"), Walk.somebody("beside them"));
        List<String> theirs = List.of(
                "/api/v1/goals/with/" + walk.match,
                "/api/v1/plans/with/" + walk.match,
                "/api/v1/encounters/" + walk.encounter,
                "/api/v1/boundaries/" + walk.boundary);
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> theirs.stream()
                        .allMatch(address -> walk.asVolunteer().get(address).status() == 200));
        String section = "/api/v1/plans/" + walk.plan + "/sections/" + walk.section;
        assertThat(walk.asVolunteer().get("/api/v1/walks").text()).contains(walk.match);
        assertThat(walk.coordinator
                        .get("/api/v1/participants/" + walk.participant)
                        .text())
                .contains(walk.helped.story() + " " + walk.helped.place());
        assertThat(walk.coordinator.get("/api/v1/referrals/" + walk.referral).text())
                .contains(walk.helped.name());
        long refusals = refusals(walk);

        walk.asParticipant()
                .post("/consents/" + walk.supporting + "/withdrawal", Map.of())
                .expect(200);

        for (String address : theirs) {
            assertThat(walk.asVolunteer().get(address).status()).as(address).isEqualTo(404);
        }
        assertThat(walk.asVolunteer().get(section).status()).isEqualTo(404);
        assertThat(walk.asVolunteer().get("/api/v1/walks").expect(200).text())
                .doesNotContain(walk.match, walk.helped.name());
        Answer page =
                walk.coordinator.get("/api/v1/participants/" + walk.participant).expect(200);
        assertThat(page.text())
                .contains(walk.helped.name(), walk.helped.phone())
                .doesNotContain(walk.helped.story() + " " + walk.helped.place())
                .contains("\"withheld\":true");
        assertThat(walk.coordinator.get(section).expect(200).text()).doesNotContain(walk.helped.story());
        assertThat(walk.coordinator
                        .get("/api/v1/referrals/" + walk.referral)
                        .expect(200)
                        .json()
                        .path("packet")
                        .path("withheld")
                        .asBoolean())
                .isTrue();
        ChildTroth.await(Duration.ofSeconds(30), () -> refusals(walk) >= refusals + theirs.size());

        // The person themselves sees all, and what is to be cleaned up is cleaned up.
        assertThat(walk.asParticipant()
                        .get("/api/v1/encounters/" + walk.encounter)
                        .status())
                .isEqualTo(200);
        assertThat(walk.asParticipant().get(section).expect(200).text()).contains(walk.helped.story());
        walk.coordinator
                .post("/referrals/" + walk.referral + "/closing", Map.of())
                .expect(200);
        walk.asVolunteer().post("/matches/" + walk.match + "/change", Map.of()).expect(200);
    }

    private long refusals(Walk walk) {
        return troth.record()
                .number("select count(*) from views.look where subject = '%s' and kind = 'REFUSED'"
                        .formatted(walk.participant));
    }
}

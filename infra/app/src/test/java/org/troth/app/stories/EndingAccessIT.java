package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** What one may see of another ends with the reason for it, at that moment, whatever the views still say (R5, R6). */
@ExtendWith(Stage.class)
class EndingAccessIT {

    private static final String[] OF_THE_PARTICIPANT = {
        Household.NAME, Household.PHONE, Household.AGREED, Household.STORY
    };

    @Test
    void leavesAVolunteerNothingAtTheMomentTheMatchEnds(Cast cast) {
        Household house = new Household(cast.troth());
        seesTheOther(house);
        ZonedDateTime together = ZonedDateTime.now(ZoneId.of("Europe/London"));

        house.troth.whileViewsStand(() -> {
            house.coordinator.act("/matches/" + house.match + "/end", Map.of("reason", "VOLUNTEER_LEFT"));
            seesNothingOfTheOther(house);
            for (String id : List.of(house.boundary, house.volunteersBoundary)) {
                assertThat(house.volunteer.page("/boundaries/" + id).statusCode())
                        .isEqualTo(404);
                assertThat(house.volunteer.answer("/boundaries/" + id).statusCode())
                        .isEqualTo(404);
                assertThat(house.volunteer.page("/boundaries/" + id + "/change").statusCode())
                        .isEqualTo(404);
            }
            assertThat(house.volunteer
                            .page("/boundaries/new?match=" + house.match)
                            .statusCode())
                    .isEqualTo(404);
            for (String path : List.of(
                    "/encounters/" + house.encounter,
                    "/encounters/" + house.encounter + "/correction",
                    "/encounters/new?match=" + house.match,
                    "/presences/in/" + house.match,
                    "/presences/new?match=" + house.match,
                    "/goals/with/" + house.match,
                    "/plans/with/" + house.match,
                    "/plans/" + house.plan + "/sections/" + house.section)) {
                assertThat(house.volunteer.page(path).statusCode())
                        .as(Watch.withoutIds(path))
                        .isEqualTo(404);
            }
            assertThat(house.volunteer.answer("/encounters/" + house.encounter).statusCode())
                    .isEqualTo(404);
            // What they bring is taken in all the same, and shown to them no more.
            String late = house.meet(house.volunteer, together);
            assertThat(house.volunteer.answer("/encounters/" + late).statusCode())
                    .isEqualTo(404);
            // What a participant wrote themselves stays theirs; what the other wrote was for the match.
            assertThat(house.participant.page("/boundaries/" + house.boundary).body())
                    .contains(Household.AGREED);
            assertThat(house.participant.answer("/boundaries/" + house.boundary).body())
                    .contains(Household.AGREED)
                    .doesNotContain(house.volunteerId);
            assertThat(house.participant
                            .page("/boundaries/" + house.volunteersBoundary)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(both(house.participant, "/mine"))
                    .allSatisfy(body -> assertThat(body).doesNotContain("Tobias", Household.THEIRS));
        });
        house.settle();
        seesNothingOfTheOther(house);
        assertThat(both(house.participant, "/encounters/" + house.encounter))
                .allSatisfy(body ->
                        assertThat(body).contains(Household.NOTED).doesNotContain(Household.REFLECTED, "Tobias"));
        assertThat(both(house.coordinator, "/encounters/" + house.encounter))
                .allSatisfy(body -> assertThat(body).doesNotContain(Household.NOTED, Household.REFLECTED));
    }

    /** R5: W walks beside the same person now, and sees nothing of what V wrote. */
    @Test
    void leavesTheOneWhoComesAfterNothingOfWhatWasNoted(Cast cast) {
        Household house = new Household(cast.troth());
        house.coordinator.act("/matches/" + house.match + "/end", Map.of("reason", "CHANGE_ARRANGED"));
        Somebody after = house.successor();
        house.settle();
        assertThat(both(after, "/walks"))
                .allSatisfy(body -> assertThat(body)
                        .contains(Household.NAME)
                        .doesNotContain(house.encounter, Household.NOTED, Household.REFLECTED, house.match));
        for (String path : List.of(
                "/encounters/" + house.encounter,
                "/boundaries/" + house.volunteersBoundary,
                "/goals/with/" + house.match,
                "/plans/with/" + house.match,
                "/plans/" + house.plan + "/sections/" + house.section)) {
            assertThat(after.page(path).statusCode()).isEqualTo(404);
            assertThat(after.answer(path).statusCode()).isEqualTo(404);
        }
        assertThat(after.page("/encounters/new?match=" + house.match).statusCode())
                .isEqualTo(404);
    }

    @Test
    void leavesAVolunteerNothingOfAGoalAtTheMomentItIsTakenBack(Cast cast) {
        Household house = new Household(cast.troth());
        String shown = "/goals/with/" + house.match;
        assertThat(both(house.volunteer, shown))
                .allSatisfy(
                        body -> assertThat(body).contains(Household.WISHED_NOW).doesNotContain(Household.WISHED));
        house.troth.whileViewsStand(() -> {
            house.participant.act("/goals/" + house.goal + "/hiding", Map.of());
            assertThat(both(house.volunteer, shown))
                    .allSatisfy(body -> assertThat(body).doesNotContain(Household.WISHED_NOW, house.goal));
        });
        house.participant.act("/goals/" + house.goal + "/showing", Map.of("match", house.match));
        house.settle();
        assertThat(both(house.volunteer, shown))
                .allSatisfy(body -> assertThat(body).contains(Household.WISHED_NOW));
        assertThat(both(house.coordinator, "/goals/of/" + house.participantId))
                .allSatisfy(body -> assertThat(body).doesNotContain(Household.WISHED_NOW, Household.WISHED));
    }

    @Test
    void leavesAVolunteerNothingOfASectionAtTheMomentItIsTakenBack(Cast cast) {
        Household house = new Household(cast.troth());
        String beside = "/plans/with/" + house.match;
        String section = "/plans/" + house.plan + "/sections/" + house.section;
        for (String path : List.of(beside, section)) {
            assertThat(both(house.volunteer, path))
                    .allSatisfy(body -> assertThat(body).contains(Household.PLANNED));
        }
        house.troth.whileViewsStand(() -> {
            house.participant.act(section + "/hiding", Map.of());
            assertThat(both(house.volunteer, beside))
                    .allSatisfy(body -> assertThat(body).doesNotContain(Household.PLANNED, house.section));
            assertThat(house.volunteer.page(section).statusCode()).isEqualTo(404);
            assertThat(house.volunteer.answer(section).statusCode()).isEqualTo(404);
        });
        assertThat(both(house.participant, section))
                .allSatisfy(body -> assertThat(body).contains(Household.PLANNED));
    }

    @Test
    void leavesAVolunteerNothingFromTheDayAfterTheirQualification(Cast cast) {
        Household house = new Household(cast.troth());
        house.troth.whileViewsStand(() -> {
            house.qualify(house.volunteerId, Household.inDays(-1));
            seesNothingOfTheOther(house);
            assertThat(house.volunteer.answer("/boundaries/" + house.boundary).statusCode())
                    .isEqualTo(404);
            assertThat(house.volunteer.answer("/encounters/" + house.encounter).statusCode())
                    .isEqualTo(404);
            house.meet(house.volunteer);
        });
        house.settle();
        assertThat(house.volunteer.page("/walks").body()).contains("You are not qualified today");
        // The other side is not told why, and loses nothing of their own.
        assertThat(both(house.participant, "/mine"))
                .allSatisfy(
                        body -> assertThat(body).contains("Tobias Underhill").doesNotContain("qualified"));
        assertThat(house.coordinator
                        .page("/participants/" + house.participantId)
                        .body())
                .contains("Not qualified that day");
        house.qualify(house.volunteerId, Household.inDays(30));
        seesTheOther(house);
    }

    @Test
    void leavesNobodyAnythingWhoLeftOrIsLocked(Cast cast) {
        Household house = new Household(cast.troth());
        seesTheOther(house);
        assertThat(house.participant.page("/mine").statusCode()).isEqualTo(200);

        house.troth.whileViewsStand(() -> {
            house.administrator.act("/accounts/" + house.participantAccount + "/lock", Map.of());
            house.administrator.act("/accounts/" + house.volunteerAccount + "/leaving", Map.of());
            for (Somebody gone : List.of(house.participant, house.volunteer)) {
                for (String path : List.of("/mine", "/walks", "/boundaries/" + house.boundary)) {
                    HttpResponse<String> page = gone.page(path);
                    assertThat(page.statusCode()).as(Watch.withoutIds(path)).isIn(302, 303);
                    assertThat(page.headers().firstValue("Location"))
                            .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
                    assertThat(gone.answer(path).statusCode()).isEqualTo(401);
                }
            }
        });
    }

    @Test
    void leavesAnAccountWithoutAnyRoleItsOwnPageAndNothingElse(Cast cast) {
        Household house = new Household(cast.troth());
        Somebody former = house.another("COORDINATOR");
        String account = Somebody.JSON
                .readTree(former.answer("/accounts/mine").body())
                .path("id")
                .asString();
        house.administrator.act("/accounts/" + account + "/roles/COORDINATOR/taking", Map.of());

        HttpResponse<String> own = former.answer("/accounts/mine");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains("\"roles\":[]", account);
        assertThat(former.page("/").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/accounts/mine"));
        assertThat(former.page("/accounts/mine").body()).contains("This account has no role now");
        for (String path : List.of("/participants", "/audit", "/mine", "/walks", "/disclosures/of/" + account)) {
            assertThat(former.answer(path).statusCode())
                    .as(Watch.withoutIds(path))
                    .isIn(403, 404);
        }
    }

    private static void seesTheOther(Household house) {
        assertThat(both(house.volunteer, "/walks"))
                .allSatisfy(body -> assertThat(body)
                        .contains(Household.NAME, Household.PHONE, Household.AGREED)
                        .doesNotContain(Household.STORY));
    }

    private static void seesNothingOfTheOther(Household house) {
        assertThat(both(house.volunteer, "/walks"))
                .allSatisfy(body -> assertThat(body)
                        .doesNotContain(OF_THE_PARTICIPANT)
                        .doesNotContain(house.match, house.participantId, house.boundary));
    }

    private static List<String> both(Somebody one, String path) {
        return Stream.of(one.page(path), one.answer(path))
                .map(each -> {
                    assertThat(each.statusCode()).isEqualTo(200);
                    return each.body();
                })
                .toList();
    }
}

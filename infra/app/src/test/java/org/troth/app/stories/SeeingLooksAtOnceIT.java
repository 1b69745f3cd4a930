package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;

/** Nobody waits for looks to be shown, so they gather for a moment; whoever reads the log sees the last one all the same. */
@ExtendWith(Stage.class)
class SeeingLooksAtOnceIT {

    private static final int LOOKS = 20;

    @Test
    void countsEachLookInTheNextReadingOfTheLog(Cast cast) {
        Household house = new Household(cast.troth());
        long before = looks(house);
        for (int look = 1; look <= LOOKS; look++) {
            assertThat(house.coordinator
                            .answer("/participants/" + house.participantId)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(looks(house)).isEqualTo(before + look);
        }
    }

    private static long looks(Household house) {
        HttpResponse<String> answer = house.auditor.answer("/disclosures/of/" + house.participantId);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Views-Behind")).isEmpty();
        long times = 0;
        for (JsonNode look : Somebody.JSON.readTree(answer.body()).path("looks")) {
            boolean coordinators = look.path("roles").toString().contains("COORDINATOR");
            times += coordinators ? look.path("times").asLong() : 0;
        }
        return times;
    }
}

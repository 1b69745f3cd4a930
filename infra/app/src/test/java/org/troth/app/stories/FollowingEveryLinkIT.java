package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** Whoever follows every link that a page offers them never meets a closed door, in whichever role. */
@ExtendWith(Stage.class)
class FollowingEveryLinkIT {

    @Test
    void leadsSomewhereForEveryRole(Cast cast) {
        Set<String> reached =
                new TreeSet<>(cast.visitor(Device.DESKTOP, Way.MOUSE).followEverything("/sign-in"));
        for (String account : List.of("coordinator", "participant", "volunteer", "auditor", "administrator")) {
            reached.addAll(cast.at(account).followEverything("/"));
        }
        Set<String> pages = cast.troth().pages();
        assertThat(reached)
                .as("no link leads to anything but a page of ours or the description of the API")
                .allMatch(address -> address.equals("/v3/api-docs")
                        || pages.stream().anyMatch(page -> address.matches(page.replace("{id}", "[^/]+"))));
        assertThat(reached)
                .as("each role came as far as its own pages")
                .contains("/sign-in", "/participants/{id}", "/referrals/{id}", "/consents/{id}", "/matches/{id}")
                .contains("/mine", "/walks", "/boundaries/{id}/change", "/volunteers/{id}/capacity")
                .contains("/audit", "/disclosures/of/{id}", "/disclosures/of/{id}.csv", "/disclosures/refused")
                .contains("/accounts/{id}", "/rebuild");
    }
}

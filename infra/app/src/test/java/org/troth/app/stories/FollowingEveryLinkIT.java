package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** Whoever follows every link that a page offers them never meets a closed door, and together they meet every page there is. */
@ExtendWith(Stage.class)
class FollowingEveryLinkIT {

    @Test
    void leadsSomewhereAndEveryPageIsReached(Cast cast) {
        Set<String> reached =
                new TreeSet<>(cast.visitor(Device.DESKTOP, Way.MOUSE).followEverything("/sign-in"));
        for (String account : List.of("coordinator", "participant", "volunteer", "auditor", "administrator")) {
            reached.addAll(cast.at(account).followEverything("/"));
        }
        assertThat(reached).containsAll(cast.troth().pages());
    }
}

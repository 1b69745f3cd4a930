package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Goes wherever a page leads. */
final class Wandering {

    private static final int MOST_OF_A_KIND = 6;
    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')].map(at => at.getAttribute('href')).filter(to => !to.startsWith('#'))""";

    private final Visitor visitor;

    Wandering(Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * Follows every link of every page from here on, a few of each kind, and answers with the kinds of addresses that were met.
     * What is offered must be there: a link that leads nowhere ends the story.
     */
    Set<String> from(String start) {
        Map<String, Integer> met = new TreeMap<>();
        Set<String> known = new HashSet<>(Set.of(start));
        Deque<String> ahead = new ArrayDeque<>(known);
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            if (met.merge(kind(next), 1, Integer::sum) > MOST_OF_A_KIND) {
                continue;
            }
            if (next.matches("[^?]*\\.(csv|json|pdf|txt)(\\?.*)?")
                    || next.startsWith("/v3/")
                    || next.startsWith("/actuator/")) {
                assertThat(visitor.get(next).status())
                        .as("status of %s", kind(next))
                        .isEqualTo(200);
                continue;
            }
            int status = visitor.attempt(next);
            if (status != 200) {
                fail("%d at %s".formatted(status, kind(next)));
            }
            visitor.arrived();
            for (Object link : (List<?>) visitor.page().evaluate(LINKS)) {
                String found = String.valueOf(link);
                if (found.startsWith("otpauth:")) {
                    // A key that is handed to an app on the same device: no address at all.
                    continue;
                }
                if (found.startsWith("http://localhost:")) {
                    // This house under its name, where passkeys work: the same pages for whoever signs in there.
                    continue;
                }
                assertThat(URI.create(found).getScheme())
                        .as("a link that stays in the house: %s", found)
                        .isNull();
                if (!found.startsWith("/leave") && known.add(found)) {
                    ahead.add(found);
                }
            }
        }
        return met.keySet().stream().map(kind -> kind.replaceAll("\\?.*", "")).collect(Collectors.toSet());
    }

    /** An address without identifiers and without what its parameters say. */
    private static String kind(String address) {
        return Watch.withoutIds(address).replaceAll("=[^&#]*", "").replaceAll("#.*", "");
    }
}

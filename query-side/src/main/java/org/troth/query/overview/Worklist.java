package org.troth.query.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What waits for a coordinator today.
 *
 * @param waited days from asking for help to the beginning of the first match, on average, by matter (of how many people)
 */
record Worklist(
        List<Section> sections,
        List<Figure> stages,
        List<Figure> enquiries,
        List<Figure> enrolments,
        List<Figure> waited) {

    /**
     * One kind of waiting, what waits longest first.
     *
     * @param number how many wait; where counting would take long, 100 stands for 100 or more
     * @param page from 1
     * @param turn the number of its last change, for the page that tells of the next one
     */
    record Section(
            String key,
            String title,
            String why,
            long number,
            List<Item> items,
            int page,
            boolean more,
            @JsonIgnore int turn) {}

    /** Which changes these sections already show, as JSON. */
    static String known(List<Section> sections) {
        return sections.stream()
                .map(each -> "\"%s\":%s".formatted(each.key(), each.turn()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Somebody who waits.
     *
     * @param participant the participant whose case it is; absent where it is a volunteer who waits
     * @param volunteer the volunteer, where it is one
     */
    record Item(
            @Nullable UUID participant,
            @Nullable UUID volunteer,
            @Nullable Told name,
            String href,
            Instant since,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable String detail) {}

    /** One number of a chart. */
    record Figure(String label, long value) {}
}

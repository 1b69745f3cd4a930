package org.troth.query.overview;

import java.util.List;
import org.troth.query.overview.Worklist.Figure;

/**
 * How many places there are beside somebody, and how long people wait for one.
 *
 * @param matters places by what a volunteer knows; who knows several matters stands under each
 * @param languages likewise
 * @param times by when in the week they have time
 * @param waitedByMatter days from asking for help to the beginning of the first match, on average (of how many people)
 * @param waitedByLanguage likewise
 */
record Places(
        List<Room> matters,
        List<Room> languages,
        List<Room> times,
        List<Figure> waitedByMatter,
        List<Figure> waitedByLanguage) {

    /** Places of volunteers who are qualified today. */
    record Room(String label, long taken, long free) {}
}

package org.troth.events.charter;

import java.util.List;

/** The charter of a volunteer's role as the programme publishes it now: of nobody in particular. */
public interface PublishedCharter {

    /** The newest version; the same in every language. */
    int version();

    /** Its main points in this language, or in English where it is not published in it. */
    MainPoints mainPoints(String language);

    /** What somebody may be asked for that lies outside the role, as codes of the programme, in its order. */
    List<String> outside();

    /**
     * What the charter comes to.
     *
     * @param language in which it is said here
     * @param direction in which that is written, ltr or rtl
     */
    record MainPoints(String language, String direction, List<String> points) {

        public MainPoints {
            points = List.copyOf(points);
        }
    }
}

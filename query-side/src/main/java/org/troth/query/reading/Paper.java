package org.troth.query.reading;

import java.util.List;

/** Prints what is to be taken along, as a PDF that needs nothing beside itself. Keeps nothing, and logs no word of it. */
public interface Paper {

    byte[] print(Sheet sheet);

    /**
     * What is printed.
     *
     * @param unprintable what is said above everything else when a letter has no drawing
     */
    record Sheet(String language, String title, String lead, String unprintable, List<Section> sections) {

        public Sheet {
            sections = List.copyOf(sections);
        }

        @Override
        public String toString() {
            return "Paper.Sheet";
        }
    }

    /** Some rows under one heading. */
    record Section(String title, List<List<Line>> rows) {

        @Override
        public String toString() {
            return "Paper.Section";
        }
    }

    /** One thing and what it is called. */
    record Line(String label, String value) {

        @Override
        public String toString() {
            return "Paper.Line";
        }
    }
}

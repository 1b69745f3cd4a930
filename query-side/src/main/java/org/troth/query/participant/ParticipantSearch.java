package org.troth.query.participant;

import org.jspecify.annotations.Nullable;

/**
 * What to look for. It stays in the body of the request: no address, session or log ever holds it.
 *
 * @param term part of a name
 * @param page from 1, twenty people each
 */
record ParticipantSearch(@Nullable String term, @Nullable Integer page) {

    int wantedPage() {
        return page == null ? 1 : Math.max(1, Math.min(page, 500));
    }

    @Override
    public String toString() {
        return "ParticipantSearch";
    }
}

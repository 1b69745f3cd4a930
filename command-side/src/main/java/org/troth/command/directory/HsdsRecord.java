package org.troth.command.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of a file, checked, and its whole text in a form in which equal content is equal text. */
sealed interface HsdsRecord {

    /** Its identifier as published. */
    UUID id();

    String where();

    Standing standing();

    String text();

    /** How it stood in the file; of two of one identifier, the earlier of these counts. */
    enum Standing {
        /** As a record for itself. */
        ITSELF,
        /** As a service in its organisation. */
        HELD,
        /** Inside a record about something else, often abridged: says something only where nothing else does. */
        MENTIONED
    }

    /** An organisation. */
    record Organisation(UUID id, String where, Standing standing, String name, String text) implements HsdsRecord {}

    /** A service of an organisation. */
    record Service(
            UUID id,
            String where,
            Standing standing,
            UUID organisation,
            String name,
            String status,
            @Nullable LocalDate assuredOn,
            String text)
            implements HsdsRecord {}

    /**
     * A record of another kind that was published for itself, or that belongs to nothing in its file.
     *
     * @param kind as HSDS calls it, such as {@code taxonomy_term}; the name of its table where HSDS has none
     */
    record Other(
            UUID id,
            String where,
            Standing standing,
            String kind,
            @Nullable String name,
            String text) implements HsdsRecord {}
}

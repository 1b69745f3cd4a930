package org.troth.query.directory;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the directory shows of a published record. Whatever else stands in it, no database is asked to understand: one record
 * that it could not would hold up every view for ever.
 *
 * @param website also where a record calls it {@code url}
 */
record Published(@Nullable String description, @Nullable String website) {

    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(Shown.class);

    private record Shown(
            @Nullable JsonNode description,
            @Nullable JsonNode website,
            @Nullable JsonNode url) {}

    /** Nothing of a record that cannot be read. */
    static Published of(String hsds) {
        Shown shown = read(hsds);
        String website = text(shown.website());
        return new Published(text(shown.description()), website == null ? text(shown.url()) : website);
    }

    private static Shown read(String hsds) {
        try {
            return JSON.readValue(hsds);
        } catch (JacksonException unreadable) {
            return new Shown(null, null, null);
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value != null && value.isString() && value.stringValue().indexOf('\0') < 0 ? value.stringValue() : null;
    }
}

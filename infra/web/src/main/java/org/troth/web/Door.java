package org.troth.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may pass to the addresses of one pattern; the first door that fits decides, and where none fits one must be signed in.
 *
 * @param method the one method it is about, or null for all
 * @param pattern a path pattern such as {@code /audit/**}
 * @param roles any of these opens it; none means that everyone who is signed in may pass
 * @param open whether strangers may pass too
 * @param fresh whether whoever passes by a page must have shown a moment ago that it is them
 * @param largestBody how many bytes a request may carry here, or null for the general limit
 */
public record Door(
        @Nullable HttpMethod method,
        String pattern,
        Set<String> roles,
        boolean open,
        boolean fresh,
        @Nullable Integer largestBody) {

    public Door {
        roles = Set.copyOf(roles);
    }

    /** For those who have one of the roles. */
    public static Door to(String pattern, String... roles) {
        if (roles.length == 0) {
            throw new IllegalArgumentException("name the roles, or say that the door is for everyone signed in");
        }
        return new Door(null, pattern, Set.of(roles), false, false, null);
    }

    /** For everyone who is signed in. */
    public static Door signedIn(String pattern) {
        return new Door(null, pattern, Set.of(), false, false, null);
    }

    /** For everyone, strangers included. */
    public static Door open(String pattern) {
        return new Door(null, pattern, Set.of(), true, false, null);
    }

    /** The same, for one method only. */
    public Door on(HttpMethod only) {
        return new Door(only, pattern, roles, open, fresh, largestBody);
    }

    /** The same, where a request may carry more (or less) than elsewhere. */
    public Door carrying(int bytes) {
        return new Door(method, pattern, roles, open, fresh, bytes);
    }

    /** The same, where whoever passes is asked to show once more that it is them, unless they did a moment ago. */
    public Door freshly() {
        return new Door(method, pattern, roles, open, true, largestBody);
    }
}

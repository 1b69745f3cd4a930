package org.troth.web;

import java.util.Set;

/** What each status says to a person: under {@code web.error.title} and {@code web.error.detail} and the status. */
final class Wording {

    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 503);

    private Wording() {}

    static Words title(int status) {
        return Words.of("web.error.title." + code(status));
    }

    static Words detail(int status) {
        return Words.of("web.error.detail." + code(status));
    }

    private static String code(int status) {
        return KNOWN.contains(status) ? Integer.toString(status) : status < 500 ? "4xx" : "5xx";
    }
}

package org.troth.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the one who asked (RFC 9457); nothing of the request is repeated in it.
 *
 * @param status the HTTP status
 * @param rule the code of the broken rule, or null where only the status speaks
 * @param title the kind of problem, always the same for one status and rule
 * @param detail what it means and what one can do
 * @param errors the fields that are wrong
 * @param retryAfter when asking again makes sense
 */
public record Problem(
        int status,
        @Nullable String rule,
        Words title,
        Words detail,
        List<Wrong> errors,
        @Nullable Duration retryAfter) {

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status of 400 to 599");
        }
        errors = List.copyOf(errors);
    }

    /** One wrong field: its name in our own words, the rule's code, and what to do about it. */
    public record Wrong(String field, String rule, Words message) {

        /** What to do about it, in English. */
        public Wrong(String field, String rule, String message) {
            this(field, rule, Words.english(message));
        }
    }

    /** The plain problem of a status, in the house's words. */
    public static Problem of(int status) {
        return new Problem(status, null, Wording.title(status), Wording.detail(status), List.of(), null);
    }

    /** 400: these fields are not as they must be. */
    public static Problem invalid(List<Wrong> errors) {
        return new Problem(400, null, Wording.title(400), Words.of("web.error.fields"), errors, null);
    }

    public static Problem invalid(String field, String rule, String message) {
        return invalid(field, rule, Words.english(message));
    }

    public static Problem invalid(String field, String rule, Words message) {
        return invalid(List.of(new Wrong(field, rule, message)));
    }

    /** 404: not there, or not for the one who asks; the two are never told apart. */
    public static Problem notFound() {
        return of(404);
    }

    /** 409: a rule of the domain does not allow it; the message is the rule in plain words. */
    public static Problem refused(String rule, String message) {
        return refused(rule, Words.english(message));
    }

    public static Problem refused(String rule, Words message) {
        return new Problem(409, rule, Wording.title(409), message, List.of(), null);
    }

    /** 429: too often. */
    public static Problem tooOften(Duration retryAfter) {
        return of(429).after(retryAfter);
    }

    /** 503: not now; nothing was shown or done. */
    public static Problem unavailable(Duration retryAfter) {
        return of(503).after(retryAfter);
    }

    public Problem saying(Words words) {
        return new Problem(status, rule, title, words, errors, retryAfter);
    }

    /** The same problem under a rule's code. */
    public Problem under(String code) {
        return new Problem(status, code, title, detail, errors, retryAfter);
    }

    public Problem after(Duration wait) {
        return new Problem(status, rule, title, detail, errors, wait);
    }

    /** A URI that names the kind of problem. */
    public String type() {
        return rule == null ? "about:blank" : "urn:troth:rule:" + rule;
    }
}

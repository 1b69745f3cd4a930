package org.troth.command.dispatch;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How an outcome is answered, the same everywhere: JSON with its position, or a redirect to the page that shows it. */
public final class Replies {

    private Replies() {}

    /** The JSON of an outcome; the identifier is absent unless something new came about. */
    public record Done(@Nullable String id, long position) {}

    /** 201 with the place of what came about; the outcome's answer is its identifier. */
    public static ResponseEntity<Done> created(String collection, Outcome outcome) {
        return ResponseEntity.created(URI.create(collection + "/" + outcome.answer()))
                .body(new Done(outcome.answer(), outcome.position()));
    }

    /** 200 with the position. */
    public static ResponseEntity<Done> done(Outcome outcome) {
        return ResponseEntity.ok(new Done(null, outcome.position()));
    }

    /** 303 to the page, which waits until it shows this outcome. The page is a path of ours, without a query. */
    public static ResponseEntity<Void> seeOther(String page, Outcome outcome) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page + "?at=" + outcome.position()))
                .build();
    }
}

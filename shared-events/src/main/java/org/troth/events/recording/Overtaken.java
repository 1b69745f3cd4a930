package org.troth.events.recording;

/** Something else was recorded in between: ask again, decide again (HTTP 409). */
public final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Overtaken() {
        super("something else was recorded in between");
    }

    public Overtaken(Throwable cause) {
        super("something else was recorded in between", cause);
    }
}

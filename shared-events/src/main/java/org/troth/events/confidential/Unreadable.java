package org.troth.events.confidential;

/** Sealed words, or a stored fact, could not be opened; says why and never what. */
public final class Unreadable extends RuntimeException {

    /** Three different things that are never mistaken for one another. */
    public enum Why {
        /** The key was destroyed, proven by the fact of its destruction (HTTP 410). */
        ERASED,
        /** The bytes are not what was stored (HTTP 500 and an alarm). */
        TAMPERED,
        /** The keys or the store cannot be reached now (HTTP 503). */
        UNAVAILABLE
    }

    private static final long serialVersionUID = 1L;

    private final Why why;

    public Unreadable(Why why) {
        super(text(why));
        this.why = why;
    }

    public Unreadable(Why why, Throwable cause) {
        super(text(why), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    private static String text(Why why) {
        return switch (why) {
            case ERASED -> "these words were erased";
            case TAMPERED -> "what is stored is not what was recorded";
            case UNAVAILABLE -> "the keys cannot be reached now";
        };
    }
}

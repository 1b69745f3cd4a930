package org.troth.events.recording;

/** The record cannot be written or read now, so nothing is shown and nothing is done (HTTP 503). */
public final class RecordUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayBeRecorded;

    public RecordUnavailable() {
        super("the record cannot be reached now");
        this.mayBeRecorded = false;
    }

    public RecordUnavailable(Throwable cause) {
        super("the record cannot be reached now", cause);
        this.mayBeRecorded = false;
    }

    private RecordUnavailable(boolean mayBeRecorded) {
        super("the record did not answer in time");
        this.mayBeRecorded = mayBeRecorded;
    }

    /** What was to be recorded had been sent, and was not answered: it may come onto the record or not. */
    public static RecordUnavailable unanswered() {
        return new RecordUnavailable(true);
    }

    /** Whether it is unknown what became of what was to be recorded; a repetition under the same key is done once. */
    public boolean mayBeRecorded() {
        return mayBeRecorded;
    }
}

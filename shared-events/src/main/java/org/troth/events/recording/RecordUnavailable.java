package org.troth.events.recording;

/** The record cannot be written or read now, so nothing is shown and nothing is done (HTTP 503). */
public final class RecordUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordUnavailable() {
        super("the record cannot be reached now");
    }

    public RecordUnavailable(Throwable cause) {
        super("the record cannot be reached now", cause);
    }
}

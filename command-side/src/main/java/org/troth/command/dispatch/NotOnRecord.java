package org.troth.command.dispatch;

/** There is no such record, or not for this actor: one answer for both (HTTP 404), so that neither can be told apart. */
public final class NotOnRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotOnRecord() {
        super("there is no such record");
    }
}

package org.troth.command.dispatch;

/** The same idempotency key came with another request (HTTP 422); nothing was done. */
public final class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyReused() {
        super("this idempotency key was used for another request");
    }
}

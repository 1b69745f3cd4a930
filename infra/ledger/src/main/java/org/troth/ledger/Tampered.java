package org.troth.ledger;

/**
 * Bytes that are not what was once sealed or wrapped: a commitment, tag, length, padding or reserved field is wrong.
 *
 * <p>The message names the check that failed and nothing of the content.
 */
public final class Tampered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Tampered(String failedCheck) {
        super("tampered: " + failedCheck);
    }
}

package org.troth.events.confidential;

/** Something was to be opened that the disclosure on the record does not cover; a fault of the caller. */
public final class DisclosureExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DisclosureExceeded(String rule) {
        super(rule);
    }
}

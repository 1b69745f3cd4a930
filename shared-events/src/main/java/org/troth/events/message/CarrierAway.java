package org.troth.events.message;

/** Nothing can be taken out of the house now. Says nothing about where it was to go. */
public final class CarrierAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CarrierAway() {
        super("no message can be taken out of the house now");
    }
}

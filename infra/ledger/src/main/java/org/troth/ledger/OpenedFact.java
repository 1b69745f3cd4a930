package org.troth.ledger;

/**
 * A fact whose seal has been checked and opened.
 *
 * <p>Payload and metadata are the JSON text that was sealed; no one parsed them before the verdict.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
public record OpenedFact(FactHeader header, String type, int revision, byte[] payload, byte[] metadata) {

    @Override
    public String toString() {
        return "OpenedFact";
    }
}

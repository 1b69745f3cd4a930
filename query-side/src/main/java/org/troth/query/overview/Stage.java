package org.troth.query.overview;

/** Where a case stands, which is also what it waits for. */
enum Stage {
    ENQUIRY("Asked for help"),
    INTAKE("Intake done"),
    ENROLLED("Enrolled"),
    REQUESTED("Looking for somebody"),
    PROPOSED("Somebody proposed"),
    WALKING("Matched"),
    RESTING("Enrolled, not looking"),
    CLOSED("Closed");

    private final String plain;

    Stage(String plain) {
        this.plain = plain;
    }

    String plain() {
        return plain;
    }
}

package org.troth.query.overview;

/** Where a case stands, which is also what it waits for. */
enum Stage {
    ENQUIRY,
    INTAKE,
    ENROLLED,
    REQUESTED,
    PROPOSED,
    WALKING,
    RESTING,
    CLOSED
}

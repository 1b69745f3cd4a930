package org.troth.app.ground;

/** Whether this is a try-out on one machine or real people's records. */
public enum Mode {
    /** Everything is made on the spot, fictional, and reachable from this machine alone. */
    TRIAL,
    /** Nothing is made up: what is missing is named, and nothing starts. */
    PRODUCTION
}

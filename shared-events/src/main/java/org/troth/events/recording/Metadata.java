package org.troth.events.recording;

/** What is stored beside every fact, inside its seal; identifiers and codes only. */
public final class Metadata {

    /** The account that acted. */
    public static final String ACTOR = "actor";

    /** The roles it held, joined by commas in the order of their names. */
    public static final String ROLES = "roles";

    /** The request it came with. */
    public static final String REQUEST = "request";

    /** The fact it reacts to; absent when a person acted. */
    public static final String CAUSE = "cause";

    private Metadata() {}
}

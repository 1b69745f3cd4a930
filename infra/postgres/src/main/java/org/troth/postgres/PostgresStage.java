package org.troth.postgres;

/** How far a start has come; the first two happen only when there is something to unpack or to create. */
public enum PostgresStage {
    UNPACKING("unpacking PostgreSQL"),
    CREATING("creating the database"),
    STARTING("starting PostgreSQL"),
    READY("PostgreSQL is ready");

    private final String words;

    PostgresStage(String words) {
        this.words = words;
    }

    /** The stage in words for a person who waits. */
    public String words() {
        return words;
    }
}

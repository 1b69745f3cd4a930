package org.troth.ledger;

/** What a sealed item of the store is; numbers below 128 are facts of the ledger, the others stand beside it. */
public enum Category {
    DOMAIN(1),
    KEY(2),
    DISCLOSURE(3),
    SYSTEM(4),
    RECOVERY(5),
    SNAPSHOT(128),
    DEAD_LETTER(129),
    SAGA(130),
    DEADLINE(131);

    private final int code;

    Category(int code) {
        this.code = code;
    }

    /** The byte at offset 5 of the header. */
    public int code() {
        return code;
    }

    /** Whether the store of facts accepts it. */
    public boolean isFact() {
        return code < 128;
    }

    static Category of(int code) {
        return switch (code) {
            case 1 -> DOMAIN;
            case 2 -> KEY;
            case 3 -> DISCLOSURE;
            case 4 -> SYSTEM;
            case 5 -> RECOVERY;
            case 128 -> SNAPSHOT;
            case 129 -> DEAD_LETTER;
            case 130 -> SAGA;
            case 131 -> DEADLINE;
            default -> throw new Tampered("category");
        };
    }
}

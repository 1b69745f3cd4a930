package org.troth.events.keys;

/** What a data key protects (ledger format section 1). The codes are stored. */
public enum KeyKind {
    SUBJECT(1),
    AUDIT(2),
    JOINT_ALL(3),
    JOINT_ANY(4),
    RECORD(5),
    SYSTEM(6),
    HOLD(7);

    private final int code;

    KeyKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} for a byte that names no kind. */
    public static KeyKind of(int code) {
        for (KeyKind each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no such kind of key");
    }
}

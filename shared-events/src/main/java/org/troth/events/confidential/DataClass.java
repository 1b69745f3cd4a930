package org.troth.events.confidential;

/** What sort of words a sealed value holds; a disclosure names the classes it opens. The codes are stored. */
public enum DataClass {
    IDENTITY(1),
    CONTACT(2),
    NARRATIVE(3),
    LOCATION(4),
    LIVED_EXPERIENCE(5),
    HEALTH(6),
    LEGAL(7),
    WELLBEING(8),
    CREDENTIAL_DETAIL(9),
    AUDIT(10);

    private final int code;

    DataClass(int code) {
        this.code = code;
    }

    /** The byte that stands in the sealed form. */
    public int code() {
        return code;
    }

    /** Throws {@link IllegalArgumentException} for a byte that names no class. */
    public static DataClass of(int code) {
        for (DataClass each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no such class of data");
    }
}

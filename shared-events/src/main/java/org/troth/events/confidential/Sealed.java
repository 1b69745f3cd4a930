package org.troth.events.confidential;

import java.util.Arrays;
import java.util.UUID;

/**
 * Somebody's words, sealed under their key ({@code TRS1}, ledger format section 2). Carries no plain text; only an
 * {@link Opener} with a {@link Disclosure} turns it back into words. Equal when bytes, kind and owner are equal.
 */
public final class Sealed {

    private static final int SHORTEST = 88 + 32 + 16;

    private final byte[] stored;
    private final Words words;
    private final UUID owner;

    /** Takes the stored bytes as they are; what they say is checked when they are opened. */
    public Sealed(byte[] stored, Words words, UUID owner) {
        if (stored.length < SHORTEST) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        this.stored = stored.clone();
        this.words = words;
        this.owner = owner;
    }

    /** A copy of the stored form. */
    public byte[] stored() {
        return stored.clone();
    }

    public Words words() {
        return words;
    }

    /** The owner of the key: the person the words are about. */
    public UUID owner() {
        return owner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that
                && words == that.words
                && owner.equals(that.owner)
                && Arrays.equals(stored, that.stored);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stored);
    }

    @Override
    public String toString() {
        return "Sealed";
    }
}

package org.troth.app.ground;

import java.nio.file.Path;
import java.util.Arrays;

/** Where the keys are, and what opens their store; the passphrase is wiped when the keys have been opened. */
public final class KeyPlaces {

    private final Path keystore;
    private final Path epochs;
    private final char[] passphrase;

    KeyPlaces(Path keystore, Path epochs, char[] passphrase) {
        this.keystore = keystore;
        this.epochs = epochs;
        this.passphrase = passphrase.clone();
    }

    /** The file that holds the root key. */
    public Path keystore() {
        return keystore;
    }

    /** The directory of the epoch keys: outside the database and outside every backup that outlives its horizon. */
    public Path epochs() {
        return epochs;
    }

    /** A copy, which the caller wipes. */
    public char[] passphrase() {
        return passphrase.clone();
    }

    /** Forgets the passphrase. */
    public void forget() {
        Arrays.fill(passphrase, '\0');
    }

    @Override
    public String toString() {
        return "KeyPlaces";
    }
}

package org.troth.vault;

import java.nio.file.Path;

/** The vault does not open; says what an operator has to put right. Nothing was changed. */
public final class VaultRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private VaultRefused(String message, Throwable cause) {
        super(message, cause);
    }

    private VaultRefused(String message) {
        super(message);
    }

    static VaultRefused missing(Path file) {
        return new VaultRefused("no keystore at " + file);
    }

    static VaultRefused alreadyThere(Path file) {
        return new VaultRefused("a file is already at " + file + " and is never overwritten");
    }

    static VaultRefused passphraseOrFileWrong(Path file, Throwable cause) {
        return new VaultRefused(
                "the passphrase does not fit the keystore at " + file + ", or the file is damaged", cause);
    }

    static VaultRefused emptyPassphrase() {
        return new VaultRefused("a keystore needs a passphrase");
    }

    static VaultRefused readableByOthers(Path file) {
        return new VaultRefused(
                "others than its owner may use " + file + ": its mode must be 600 (700 for a directory)");
    }

    static VaultRefused exportNotAcknowledged(Path file) {
        return new VaultRefused("no export of the root key in " + file
                + " has been acknowledged: export it, store it elsewhere, read it back and acknowledge it first");
    }

    static VaultRefused exportOfAnotherRoot(Path file) {
        return new VaultRefused("the export at " + file + " holds another root key");
    }

    static VaultRefused shredDomainBehind(long newest, long needed) {
        return new VaultRefused("the shred domain ends at epoch " + newest + " but keys of epoch " + needed
                + " exist: it is lost or from an older backup");
    }

    static VaultRefused storage(Path file, Throwable cause) {
        return new VaultRefused("cannot read or write " + file, cause);
    }
}

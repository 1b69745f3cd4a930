package org.troth.app.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.troth.vault.KeystoreFile;
import org.troth.vault.VaultRefused;

/** The root key, which takes a while to open, and the place of the epoch keys. */
public final class Keys {

    private final CompletableFuture<KeystoreFile> root;
    private final Path epochs;

    private Keys(CompletableFuture<KeystoreFile> root, Path epochs) {
        this.root = root;
        this.epochs = epochs;
    }

    /** Opens the file, or makes it where there is none, on a thread of its own; wipes the passphrase, which is a random one. */
    static Keys openOrCreate(Path keystore, char[] passphrase, Path epochs) {
        return new Keys(
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return Files.exists(keystore)
                                ? KeystoreFile.open(keystore, passphrase)
                                : KeystoreFile.createUnderRandom(keystore, passphrase);
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                }),
                epochs);
    }

    /** A root that has been opened already. */
    static Keys of(KeystoreFile root, Path epochs) {
        return new Keys(CompletableFuture.completedFuture(root), epochs);
    }

    /** Waits until it is open; throws {@link StartRefused} when it does not open. */
    public KeystoreFile root() {
        try {
            return root.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VaultRefused refused) {
                throw StartRefused.because(String.valueOf(refused.getMessage()));
            }
            throw e;
        }
    }

    /** The directory of the epoch keys: outside the database and outside every backup that outlives its horizon. */
    public Path epochs() {
        return epochs;
    }

    @Override
    public String toString() {
        return "Keys";
    }
}

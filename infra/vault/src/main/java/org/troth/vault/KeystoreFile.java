package org.troth.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.ledger.KeyWrap;
import org.troth.ledger.KeyedMarks;
import org.troth.ledger.Tampered;

/**
 * The root key in a BCFKS file of mode 600 under a passphrase (scrypt).
 *
 * <p>Whoever runs real records exports the root first: {@link #export} writes a recovery file under a passphrase of its
 * own (itself a keystore that {@link #open} takes), and {@link #acknowledge} notes, after reading it back, that it exists.
 */
public final class KeystoreFile implements KeyWrapper {
    private static final byte[] ACKNOWLEDGED = "troth/v1/export-acknowledged".getBytes(US_ASCII);

    /** Base64 without padding. */
    private static final int RANDOM_LENGTH = 43;

    private final Path file;
    private final RootKey root;
    private final SecureRandom random = new SecureRandom();
    private boolean destroyed;

    private KeystoreFile(Path file, RootKey root) {
        this.file = file;
        this.root = root;
    }

    /** Makes a new root and its file; refuses when a file is there. The caller wipes the passphrase. */
    public static KeystoreFile create(Path file, char[] passphrase) {
        return create(file, passphrase, RootKey.Stretching.HARD);
    }

    /**
     * As {@link #create(Path, char[])}, under a passphrase of 256 random bits in Base64: to stretch one would slow every start
     * by seconds and keep nobody out. What is shorter was not drawn like that and is an {@link IllegalArgumentException}.
     */
    public static KeystoreFile createUnderRandom(Path file, char[] passphrase) {
        if (passphrase.length < RANDOM_LENGTH) {
            throw new IllegalArgumentException("too short for 256 random bits");
        }
        return create(file, passphrase, RootKey.Stretching.LIGHT);
    }

    private static KeystoreFile create(Path file, char[] passphrase, RootKey.Stretching stretching) {
        RootKey root = RootKey.random(new SecureRandom());
        root.writeNew(file, passphrase, stretching);
        return new KeystoreFile(file, root);
    }

    /** Opens; refuses a file that others may read, a passphrase that does not fit, and a damaged file. */
    public static KeystoreFile open(Path file, char[] passphrase) {
        return new KeystoreFile(file, RootKey.read(file, passphrase));
    }

    /** Writes the recovery file, under another passphrase; never over an existing file. */
    public synchronized void export(Path recovery, char[] recoveryPassphrase) {
        requireRoot();
        root.writeNew(recovery, recoveryPassphrase, RootKey.Stretching.HARD);
    }

    /** Reads the recovery file back and, when it holds this root, notes beside the keystore that an export exists. */
    public synchronized void acknowledge(Path recovery, char[] recoveryPassphrase) {
        requireRoot();
        RootKey read = RootKey.read(recovery, recoveryPassphrase);
        try {
            if (!read.id().equals(root.id()) || !MessageDigest.isEqual(read.key(), root.key())) {
                throw VaultRefused.exportOfAnotherRoot(recovery);
            }
        } finally {
            read.wipe();
        }
        try {
            SecretFiles.writeNew(marker(), acknowledgement());
        } catch (FileAlreadyExistsException e) {
            if (!acknowledged()) {
                throw VaultRefused.alreadyThere(marker());
            }
        } catch (IOException e) {
            throw VaultRefused.storage(marker(), e);
        }
    }

    /** Whether an export of this very root has been acknowledged. */
    public synchronized boolean acknowledged() {
        requireRoot();
        try {
            return MessageDigest.isEqual(Files.readAllBytes(marker()), acknowledgement());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw VaultRefused.storage(marker(), e);
        }
    }

    /** What production asks before it starts. */
    public void requireAcknowledged() {
        if (!acknowledged()) {
            throw VaultRefused.exportNotAcknowledged(file);
        }
    }

    @Override
    public String rootId() {
        return root.id();
    }

    @Override
    public synchronized byte[] wrap(byte[] key, byte[] context) {
        requireRoot();
        return KeyWrap.wrap(root.key(), context, key, random);
    }

    @Override
    public synchronized byte[] unwrap(byte[] blob, byte[] context) {
        requireRoot();
        try {
            return KeyWrap.unwrap(root.key(), context, blob);
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    @Override
    public synchronized void destroy(String rootId) {
        requireRoot();
        if (!rootId.equals(root.id())) {
            throw new IllegalArgumentException("another root");
        }
        try {
            SecretFiles.destroy(file);
        } catch (IOException e) {
            throw VaultRefused.storage(file, e);
        }
        destroyed = true;
        root.wipe();
    }

    @Override
    public synchronized Health health() {
        return destroyed ? Health.DESTROYED : Health.READY;
    }

    private void requireRoot() {
        if (destroyed) {
            throw new Unreadable(Why.UNAVAILABLE);
        }
    }

    private Path marker() {
        return file.resolveSibling(file.getFileName() + ".export-acknowledged");
    }

    private byte[] acknowledgement() {
        return KeyedMarks.mark(root.key(), ACKNOWLEDGED, root.id().getBytes(US_ASCII));
    }
}

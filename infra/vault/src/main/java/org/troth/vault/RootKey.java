package org.troth.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter.EncryptionAlgorithm;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter.MacAlgorithm;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A root key and its name, as it stands alone in a BCFKS file. */
@SuppressWarnings("ArrayRecordComponent") // never compared by its components
record RootKey(String id, byte[] key) {
    private static final String TYPE = "BCFKS";

    /** What each guess at the passphrase of a file costs; written into the file, and read from there. */
    enum Stretching {
        /** For what people think of: a second or so. */
        HARD(1 << 14, 8),
        /** For 256 random bits, which nobody guesses at any price. */
        LIGHT(2, 1);

        private final int n;
        private final int r;

        Stretching(int n, int r) {
            this.n = n;
            this.r = r;
        }

        /** BouncyCastle 1.86 takes r for p whatever is asked, so that is what is asked. */
        private ScryptConfig scrypt() {
            return new ScryptConfig.Builder(n, r, r).withSaltLength(32).build();
        }
    }

    static RootKey random(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new RootKey(UUID.randomUUID().toString(), key);
    }

    /** Writes a new file of mode 600. */
    void writeNew(Path file, char[] passphrase, Stretching stretching) {
        if (passphrase.length == 0) {
            throw VaultRefused.emptyPassphrase();
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE, provider());
            store.load(null, null);
            store.setKeyEntry(id, new SecretKeySpec(key, "AES"), passphrase, null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(new BCFKSLoadStoreParameter.Builder(out, passphrase)
                    .withStorePBKDFConfig(stretching.scrypt())
                    .withStoreEncryptionAlgorithm(EncryptionAlgorithm.AES256_CCM)
                    .withStoreMacAlgorithm(MacAlgorithm.HmacSHA512)
                    .build());
            SecretFiles.writeNew(file, out.toByteArray());
        } catch (FileAlreadyExistsException e) {
            throw VaultRefused.alreadyThere(file);
        } catch (IOException e) {
            throw VaultRefused.storage(file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("BCFKS cannot be written", e);
        }
    }

    /** Reads a file that its owner alone may read. */
    static RootKey read(Path file, char[] passphrase) {
        byte[] content;
        try {
            SecretFiles.requirePrivate(file);
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw VaultRefused.missing(file);
        } catch (IOException e) {
            throw VaultRefused.storage(file, e);
        }
        try {
            KeyStore store = KeyStore.getInstance(TYPE, provider());
            store.load(new ByteArrayInputStream(content), passphrase);
            List<String> ids = Collections.list(store.aliases());
            if (ids.size() != 1) {
                throw new IOException("not exactly one entry");
            }
            Key key = store.getKey(ids.get(0), passphrase);
            byte[] bytes = key == null ? new byte[0] : key.getEncoded();
            if (bytes.length != 32) {
                throw new IOException("no AES-256 key");
            }
            return new RootKey(ids.get(0), bytes);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // damaged ASN.1 surfaces as almost any exception
            throw VaultRefused.passphraseOrFileWrong(file, e);
        }
    }

    void wipe() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "RootKey";
    }

    /** Handed over as an instance and never registered: the JDK's own ciphers stay first. */
    private static Provider provider() {
        return new BouncyCastleProvider();
    }
}

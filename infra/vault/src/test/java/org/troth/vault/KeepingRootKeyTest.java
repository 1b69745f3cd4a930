package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.troth.vault.Refusals.refuses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.confidential.Unreadable.Why;

class KeepingRootKeyTest {
    private static final char[] PASSPHRASE = "correct horse battery staple".toCharArray();
    private static final char[] OTHER = "another passphrase".toCharArray();
    private static final byte[] KEY = new byte[32];
    private static final byte[] CONTEXT = "here".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path made;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeAll
    static void makeOne() {
        KeystoreFile.create(made.resolve("root.bcfks"), PASSPHRASE);
    }

    @BeforeEach
    void takeACopy() throws IOException {
        file = directory.resolve("root.bcfks");
        SecretFiles.writeNew(file, Files.readAllBytes(made.resolve("root.bcfks")));
    }

    @Test
    void opensAgainAsTheSameRoot() throws IOException {
        KeystoreFile before = KeystoreFile.open(file, PASSPHRASE);
        byte[] wrapped = before.wrap(KEY, CONTEXT);
        KeystoreFile after = KeystoreFile.open(file, PASSPHRASE);

        assertThat(after.rootId()).isEqualTo(before.rootId());
        assertThat(after.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
        assertThat(after.health()).isEqualTo(KeyWrapper.Health.READY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void bindsTheContext() {
        KeystoreFile root = KeystoreFile.open(file, PASSPHRASE);
        byte[] wrapped = root.wrap(KEY, CONTEXT);

        refuses(Why.TAMPERED, () -> root.unwrap(wrapped, new byte[0]));
        refuses(Why.TAMPERED, () -> root.unwrap(new byte[7], CONTEXT));
    }

    /** DER of the scrypt parameters after the salt: N = 2^14, r = 8, p = 8. */
    @Test
    void recordsTheCostOfThePassphrase() throws IOException {
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).contains("02024000020108020108");
    }

    @Test
    void stretchesNoRandomPassphraseButEveryExport() throws IOException {
        char[] random = "x".repeat(43).toCharArray();
        Path light = directory.resolve("light.bcfks");
        Path recovery = directory.resolve("recovery.bcfks");
        KeystoreFile root = KeystoreFile.createUnderRandom(light, random);
        root.export(recovery, OTHER);

        assertThat(HexFormat.of().formatHex(Files.readAllBytes(light))).contains("020102020101020101");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(recovery))).contains("02024000020108020108");
        assertThat(KeystoreFile.open(light, random).rootId()).isEqualTo(root.rootId());
        refused("passphrase", () -> KeystoreFile.open(light, OTHER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeystoreFile.createUnderRandom(directory.resolve("short"), PASSPHRASE));
    }

    @Test
    void registersNoProvider() {
        KeystoreFile.open(file, PASSPHRASE);

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void refusesAWrongPassphrase() {
        refused("passphrase", () -> KeystoreFile.open(file, OTHER));
        refused("passphrase", () -> KeystoreFile.open(file, new char[0]));
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 2, 20, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            refused("damaged", () -> KeystoreFile.open(file, PASSPHRASE));
        }
    }

    @Test
    void refusesAChangedFile() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = whole.length - 400; at < whole.length; at += 150) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            refused("damaged", () -> KeystoreFile.open(file, PASSPHRASE));
        }
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            refused("mode must be 600", () -> KeystoreFile.open(file, PASSPHRASE));
        }
    }

    @Test
    void refusesAMissingFile() {
        refused("no keystore", () -> KeystoreFile.open(directory.resolve("nothing"), PASSPHRASE));
    }

    @Test
    void overwritesNoFile() throws IOException {
        byte[] before = Files.readAllBytes(file);

        refused("never overwritten", () -> KeystoreFile.create(file, OTHER));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void wantsAPassphrase() {
        refused("needs a passphrase", () -> KeystoreFile.create(directory.resolve("new"), new char[0]));
    }

    @Test
    void asksForAnExportUntilItWasReadBack() throws IOException {
        KeystoreFile root = KeystoreFile.open(file, PASSPHRASE);
        Path recovery = directory.resolve("elsewhere/recovery.bcfks");

        refused("acknowledged", root::requireAcknowledged);
        root.export(recovery, OTHER);
        refused("acknowledged", root::requireAcknowledged);
        refused("passphrase", () -> root.acknowledge(recovery, PASSPHRASE));
        refused("acknowledged", root::requireAcknowledged);

        root.acknowledge(recovery, OTHER);
        root.acknowledge(recovery, OTHER);
        root.requireAcknowledged();
        KeystoreFile.open(file, PASSPHRASE).requireAcknowledged();

        KeystoreFile recovered = KeystoreFile.open(recovery, OTHER);
        assertThat(recovered.rootId()).isEqualTo(root.rootId());
        assertThat(recovered.unwrap(root.wrap(KEY, CONTEXT), CONTEXT)).isEqualTo(KEY);
        refused("never overwritten", () -> root.export(recovery, OTHER));
    }

    @Test
    void acceptsNoExportOfAnotherRootAndNoForgedNote() throws IOException {
        KeystoreFile root = KeystoreFile.open(file, PASSPHRASE);
        Path other = directory.resolve("other.bcfks");
        KeystoreFile.create(other, OTHER);

        refused("another root", () -> root.acknowledge(other, OTHER));
        Files.write(directory.resolve("root.bcfks.export-acknowledged"), new byte[32]);
        refused("acknowledged", root::requireAcknowledged);
    }

    @Test
    void isGoneOnceDestroyed() {
        KeystoreFile root = KeystoreFile.open(file, PASSPHRASE);
        byte[] wrapped = root.wrap(KEY, CONTEXT);

        assertThatIllegalArgumentException().isThrownBy(() -> root.destroy("another"));
        root.destroy(root.rootId());

        assertThat(file).doesNotExist();
        assertThat(root.health()).isEqualTo(KeyWrapper.Health.DESTROYED);
        refuses(Why.UNAVAILABLE, () -> root.unwrap(wrapped, CONTEXT));
        refuses(Why.UNAVAILABLE, () -> root.wrap(KEY, CONTEXT));
    }

    private static void refused(String why, ThrowingCallable call) {
        assertThatExceptionOfType(VaultRefused.class).isThrownBy(call).withMessageContaining(why);
    }
}

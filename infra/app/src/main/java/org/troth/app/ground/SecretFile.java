package org.troth.app.ground;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files that their owner alone can read, at every moment of their life. */
public final class SecretFile {

    /** The name of the file that says how far a trial's demonstration has come; written when the trial is made. */
    public static final String DEMONSTRATION = "demonstration";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SecretFile() {}

    /** Replaces the file in one step. */
    public static void write(Path file, String text) {
        try {
            Path half = Files.createTempFile(
                    file.toAbsolutePath().getParent(), ".", ".half", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(half, text, UTF_8);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Makes the directory with this mode; one that exists is left as it is. */
    static void directory(Path directory, String mode) {
        try {
            if (!Files.isDirectory(directory)) {
                Path parent = directory.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be made", e);
        }
    }

    /** Whether nobody but the owner can read or change it. */
    static boolean isPrivate(Path file) throws IOException {
        return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }
}

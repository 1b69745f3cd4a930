package org.troth.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Files that only their owner may touch: complete or absent, durable when written, never overwritten. */
final class SecretFiles {
    private static final Set<PosixFilePermission> OWNER_ALONE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNER_ALONE_ENTERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SecretFiles() {}

    /** Writes a new file of mode 600; throws {@link FileAlreadyExistsException} when another was quicker. */
    static void writeNew(Path target, byte[] content) throws IOException {
        Path directory = directoryOf(target);
        createDirectory(directory);
        Path draft = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel out = FileChannel.open(
                    draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    mode(directory, OWNER_ALONE))) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.createLink(target, draft); // unlike a rename, refuses when the target exists
        } finally {
            Files.deleteIfExists(draft);
        }
        force(directory);
    }

    /** Overwrites with zeros and deletes. */
    static void destroy(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(out.size(), 1 << 20));
            while (zeros.hasRemaining()) {
                out.write(zeros);
            }
            out.force(true);
        }
        Files.delete(file);
        force(directoryOf(file));
    }

    /** Refuses a file or directory that anyone but its owner may read, write or enter. */
    static void requirePrivate(Path file) throws IOException {
        if (isPosix(file) && !OWNER_ALONE_ENTERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw VaultRefused.readableByOthers(file);
        }
    }

    static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path existing = directory;
            while (!Files.exists(existing)) {
                existing = directoryOf(existing);
            }
            Files.createDirectories(directory, mode(existing, OWNER_ALONE_ENTERS));
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file without a directory");
        }
        return parent;
    }

    private static void force(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(Path where, Set<PosixFilePermission> permissions) throws IOException {
        return isPosix(where)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path existing) throws IOException {
        return Files.getFileStore(existing).supportsFileAttributeView("posix");
    }
}

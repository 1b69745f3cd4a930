package org.troth.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Held by the one process that may serve a place; the system lets go of it when that process dies, however it dies. */
final class PlaceLock implements AutoCloseable {

    /** Closing any channel of a locked file frees the lock, so a second try in this process never opens it. */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private PlaceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static PlaceLock take(Path place) throws IOException {
        Path file = place.toRealPath().resolve("lock");
        synchronized (HELD_HERE) {
            if (!HELD_HERE.add(file)) {
                throw PostgresRefused.alreadyRunning(place, "this very process");
            }
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw PostgresRefused.alreadyRunning(
                        place,
                        "process "
                                + Files.readString(file, StandardCharsets.UTF_8).strip());
            }
            Tree.setMode(file, "rw-------");
            Tree.giveToOwnerOf(place, file);
            channel.truncate(0);
            channel.write(
                    StandardCharsets.UTF_8.encode(
                            Long.toString(ProcessHandle.current().pid())),
                    0);
            return new PlaceLock(file, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            forget(file);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static void forget(Path file) {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(file);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
            channel.close();
        } finally {
            forget(file);
        }
    }
}

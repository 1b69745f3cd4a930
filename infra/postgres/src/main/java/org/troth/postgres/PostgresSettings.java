package org.troth.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server lives and how it is reached.
 *
 * @param home the directory that holds data, binaries, passwords and log; created when absent
 * @param binaries where binaries are unpacked once per version for several homes, or null for beside the data
 * @param port the loopback port, or 0 for the last one used where it is free, else any free one
 * @param stateDirectory where root's data go when no unprivileged user can reach {@code home} (see decision 0002)
 */
public record PostgresSettings(Path home, @Nullable Path binaries, int port, Path stateDirectory) {

    public PostgresSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port lies between 0 and 65535.");
        }
        home = home.toAbsolutePath().normalize();
        binaries = binaries == null ? null : binaries.toAbsolutePath().normalize();
        stateDirectory = stateDirectory.toAbsolutePath().normalize();
    }

    /** Everything in this one directory, on any free port. */
    public static PostgresSettings in(Path home) {
        return new PostgresSettings(home, null, 0, Path.of("/var/lib/troth"));
    }

    public PostgresSettings withBinariesIn(Path shared) {
        return new PostgresSettings(home, shared, port, stateDirectory);
    }

    public PostgresSettings withPort(int fixed) {
        return new PostgresSettings(home, binaries, fixed, stateDirectory);
    }

    PostgresSettings withStateDirectory(Path directory) {
        return new PostgresSettings(home, binaries, port, directory);
    }
}

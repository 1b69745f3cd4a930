package org.troth.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The server was not started; the message says why and what the operator can do about it. */
public final class PostgresRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PostgresRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static PostgresRefused noBinariesFor(String system, String processor) {
        return new PostgresRefused(
                "No PostgreSQL is packed for %s on %s (Linux with glibc on x86-64 and arm64 is). Give the address of an external PostgreSQL instead."
                        .formatted(system, processor),
                null);
    }

    static PostgresRefused diskFull(Path place) {
        return new PostgresRefused(
                "The disk that holds %s is full. Nothing was lost; make room and start again.".formatted(place), null);
    }

    static PostgresRefused portInUse(int port) {
        return new PostgresRefused(
                "Port %d on the loopback address is in use by another process. Choose another port, or stop that process."
                        .formatted(port),
                null);
    }

    static PostgresRefused alreadyRunning(Path place, String holder) {
        return new PostgresRefused(
                "Another process (%s) is using %s. Stop it first, or give this one a directory of its own."
                        .formatted(holder, place),
                null);
    }

    static PostgresRefused foreignVersion(Path data, String found, String own) {
        return new PostgresRefused(
                "%s was written by PostgreSQL %s, and this is PostgreSQL %s. Export it with the version that wrote it, then import."
                        .formatted(data, found, own),
                null);
    }

    static PostgresRefused notOurs(Path data) {
        return new PostgresRefused(
                "%s is there but holds no PostgreSQL data. Move it away, or give another directory.".formatted(data),
                null);
    }

    static PostgresRefused wrongOwner(Path place, String owner, String self) {
        return new PostgresRefused(
                "%s belongs to user %s, and this process runs as %s. Start as that user, or give another directory."
                        .formatted(place, owner, self),
                null);
    }

    static PostgresRefused noUserFor(Path place) {
        return new PostgresRefused(
                "PostgreSQL never runs as root, and neither an unprivileged user nor a user namespace can be used for %s here. Start as an ordinary user, or install util-linux (setpriv, unshare)."
                        .formatted(place),
                null);
    }

    static PostgresRefused failed(String step, String told) {
        return new PostgresRefused("PostgreSQL failed while %s: %s".formatted(step, told), null);
    }

    static PostgresRefused interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PostgresRefused("The start of PostgreSQL was interrupted.", cause);
    }

    /** Says what an I/O failure means where that is known. */
    static PostgresRefused io(Path place, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (meansDiskFull(reason)) {
            return diskFull(place);
        }
        if (cause instanceof AccessDeniedException denied) {
            return new PostgresRefused("%s cannot be read or written by this user.".formatted(denied.getFile()), cause);
        }
        return new PostgresRefused("The files of PostgreSQL in %s cannot be used: %s".formatted(place, reason), cause);
    }

    static boolean meansDiskFull(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }
}

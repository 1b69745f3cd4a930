package org.troth.app.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

/** The directory of a trial: made where there is none, and the property of the user who starts it. */
final class TrialHome {

    private final Path home;

    private TrialHome(Path home) {
        this.home = home;
    }

    /** Makes what is missing; refuses, in words an operator can act on, what this user cannot or should not use. */
    static TrialHome in(Path home) {
        try {
            SecretFile.directory(home, "rwx--x--x");
            refuseAnothers(home);
            if (!Files.exists(home.resolve("postgres"))) {
                SecretFile.write(home.resolve(SecretFile.DEMONSTRATION), "WANTED\n");
            }
            SecretFile.directory(home.resolve("keys"), "rwx------");
            return new TrialHome(home);
        } catch (UncheckedIOException e) {
            throw refused(home, e);
        }
    }

    /** Files that another user makes in it would be closed to its owner. */
    private static void refuseAnothers(Path home) {
        try {
            var owner = Files.getOwner(home);
            var self = Files.getOwner(Path.of("/proc/self"));
            if (!owner.equals(self)) {
                throw StartRefused.because(
                        "%s belongs to user %s, and this process runs as %s: start as that user, or give another directory with %s."
                                .formatted(home, owner.getName(), self.getName(), Settings.HOME));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be looked at", e);
        }
    }

    /** The trial's own passphrase, made up at the first start. */
    char[] passphrase() {
        try {
            Path file = home.resolve("passphrase");
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            }
            return SecretFile.read(file).strip().toCharArray();
        } catch (UncheckedIOException e) {
            throw refused(home, e);
        }
    }

    /** Replaces one of the files that tell the operator something. */
    void write(String name, String text) {
        try {
            SecretFile.write(home.resolve(name), text);
        } catch (UncheckedIOException e) {
            throw refused(home, e);
        }
    }

    private static StartRefused refused(Path home, UncheckedIOException failure) {
        IOException cause = Objects.requireNonNull(failure.getCause());
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left on device") || said.contains("disk quota exceeded")) {
            return StartRefused.because(
                    "The disk that holds %s is full. Nothing was lost; make room and start again.".formatted(home));
        }
        if (cause instanceof AccessDeniedException denied) {
            return StartRefused.because(
                    "%s cannot be used by this user: start as the user it belongs to, or give a directory that can be written with %s."
                            .formatted(denied.getFile(), Settings.HOME));
        }
        return StartRefused.because("%s (%s): give another directory with %s."
                .formatted(failure.getMessage(), cause.getClass().getSimpleName(), Settings.HOME));
    }
}

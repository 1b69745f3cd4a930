package org.troth.app.ground;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the product stands on, complete and checked.
 *
 * @param zone the programme's time zone, in which its days begin and end
 * @param origin where people reach it, such as {@code https://records.example.org}
 * @param home where its own files are kept
 * @param mail by which mail server messages leave; absent when none does
 * @param demandsSecondStep whether those who work in the programme must sign in with a second step
 * @param blindIndex whether names are marked, so that a search need not open all of them
 * @param closing lets go of what was started for it, last of all
 */
public record Ground(
        Mode mode,
        ZoneId zone,
        URI origin,
        Path home,
        Database database,
        Keys keys,
        @Nullable Mail mail,
        boolean demandsSecondStep,
        boolean blindIndex,
        Runnable closing)
        implements AutoCloseable {

    private static final String NUMBER = "\\[.*]|[0-9.]+";

    public boolean isTrial() {
        return mode == Mode.TRIAL;
    }

    /**
     * Where passkeys work: at the address that the settings name, never at one that a request names. A trial is reached under a
     * number, to which no browser binds a passkey, and under the name of this machine. None where there is no name.
     */
    public @Nullable URI passkeys() {
        if (isTrial()) {
            return URI.create("http://localhost:" + origin.getPort());
        }
        return origin.getHost().matches(NUMBER) ? null : origin;
    }

    @Override
    public void close() {
        closing.run();
    }
}

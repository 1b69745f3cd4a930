package org.troth.app.demonstration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.troth.app.ground.Ground;
import org.troth.app.ground.SecretFile;

/**
 * How far the demonstration of a trial has come, kept in a file beside the data. One that was interrupted starts over from
 * nothing: until it is loaded nobody has been told how to sign in, so nobody's work is lost.
 */
public final class Marker {

    private static final Duration LASTS = Duration.ofDays(730);

    private enum State {
        WANTED,
        LOADING,
        LOADED
    }

    private final Path file;
    private final Instant start;
    private State state;

    private Marker(Ground ground, Clock machine) {
        this.file = ground.home().resolve(SecretFile.DEMONSTRATION);
        this.start = machine.instant().truncatedTo(ChronoUnit.MINUTES).minus(LASTS);
        this.state = ground.isTrial() && Files.exists(file)
                ? State.valueOf(SecretFile.read(file).strip())
                : State.LOADED;
    }

    /** As the file says now. */
    public static Marker of(Ground ground) {
        return new Marker(ground, Clock.systemUTC());
    }

    /** Whether what is there was left by an interrupted load and is to go. */
    public boolean startsOver() {
        return state == State.LOADING;
    }

    /** When the demonstration begins; empty when there is none to load. */
    public Optional<Instant> simulatedStart() {
        return state == State.LOADED ? Optional.empty() : Optional.of(start);
    }

    void loading() {
        become(State.LOADING);
    }

    void loaded() {
        become(State.LOADED);
    }

    private void become(State next) {
        SecretFile.write(file, next + "\n");
        state = next;
    }
}

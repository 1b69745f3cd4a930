package org.troth.app.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds at what the product stands on: the disk ({@code disk.left}), the database and its clock
 * ({@code clock.skew}), and how far the views have come ({@code projection.position}, {@code projection.lag}). Says what is
 * wrong in plain words, and logs each trouble once when it begins and once when it is over.
 */
public final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long LEAST_BYTES = 256L * 1024 * 1024;
    private static final Duration MOST_SKEW = Duration.ofSeconds(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);

    private final Path home;
    private final DataSource database;
    private final Clock clock;
    private final BooleanSupplier clockIsSimulated;
    private final LongSupplier size;
    private final LongSupplier reached;

    private volatile long freeBytes;
    private volatile double skewSeconds;
    private volatile long position = -1;
    private volatile long lag;
    private long lastMovedNanos = System.nanoTime();
    private volatile @Nullable String diskTrouble;
    private volatile @Nullable String databaseTrouble;
    private volatile @Nullable String clockTrouble;
    private volatile @Nullable String viewsTrouble;

    /**
     * @param size how many facts there are
     * @param reached the position that the views have reached
     */
    public Pulse(
            Path home,
            DataSource database,
            Clock clock,
            BooleanSupplier clockIsSimulated,
            LongSupplier size,
            LongSupplier reached) {
        this.home = home;
        this.database = database;
        this.clock = clock;
        this.clockIsSimulated = clockIsSimulated;
        this.size = size;
        this.reached = reached;
    }

    public void bindTo(MeterRegistry meters) {
        Gauge.builder("disk.left", this, pulse -> pulse.freeBytes)
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("clock.skew", this, pulse -> pulse.skewSeconds)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("projection.position", this, pulse -> pulse.position).register(meters);
        Gauge.builder("projection.lag", this, pulse -> pulse.lag).register(meters);
    }

    /** Looks once. */
    public void beat() {
        diskTrouble = told(diskTrouble, disk());
        databaseTrouble = told(databaseTrouble, databaseAndClock());
        if (databaseTrouble == null) {
            viewsTrouble = told(viewsTrouble, views());
        }
    }

    /** Strangers may ask for the health of the product, so where its home is stays unsaid. */
    private @Nullable String disk() {
        try {
            freeBytes = Files.getFileStore(home).getUsableSpace();
            return freeBytes < LEAST_BYTES
                    ? "The disk that holds the home of Troth has less than 256 MB left. Make room; nothing was lost."
                    : null;
        } catch (IOException e) {
            return "The home of Troth cannot be read.";
        }
    }

    private @Nullable String databaseAndClock() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(5);
            try (ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
                answer.next();
                clockTrouble = told(
                        clockTrouble,
                        clock(answer.getObject(1, OffsetDateTime.class).toInstant()));
            }
            return null;
        } catch (SQLException e) {
            return "The database cannot be reached. Nothing is shown and nothing is done until it is back; nothing was lost.";
        }
    }

    private @Nullable String clock(Instant database) {
        if (clockIsSimulated.getAsBoolean()) {
            skewSeconds = 0;
            return null;
        }
        Duration skew = Duration.between(database, clock.instant());
        skewSeconds = skew.toMillis() / 1000.0;
        return skew.abs().compareTo(MOST_SKEW) > 0
                ? "This machine's clock is %d seconds away from the database's; from 30 on nothing is recorded. Set it right."
                        .formatted(skew.toSeconds())
                : null;
    }

    private @Nullable String views() {
        try {
            long now = reached.getAsLong();
            long behind = Math.max(0, size.getAsLong() - 1 - now);
            if (now != position || behind == 0) {
                lastMovedNanos = System.nanoTime();
            }
            position = now;
            lag = behind;
            boolean stands = System.nanoTime() - lastMovedNanos > LONGEST_STANDSTILL.toNanos();
            return stands
                    ? "The views are " + behind
                            + " facts behind and do not move. Pages show an older state; nothing was lost."
                    : null;
        } catch (RuntimeException e) {
            return "How far the views have come cannot be read.";
        }
    }

    private static @Nullable String told(@Nullable String before, @Nullable String now) {
        if (now != null && before == null) {
            LOG.warn("{}", now);
        } else if (now == null && before != null) {
            LOG.info("Over: {}", before);
        }
        return now;
    }

    Optional<String> diskTrouble() {
        return Optional.ofNullable(diskTrouble);
    }

    Optional<String> databaseTrouble() {
        return Optional.ofNullable(databaseTrouble);
    }

    Optional<String> clockTrouble() {
        return Optional.ofNullable(clockTrouble);
    }

    Optional<String> viewsTrouble() {
        return Optional.ofNullable(viewsTrouble);
    }
}

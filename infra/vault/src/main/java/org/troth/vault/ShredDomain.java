package org.troth.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;

/**
 * The epoch keys L1, in a directory outside PostgreSQL, each in a file of its own wrapped by the root.
 *
 * <p>Every node may share the directory: files appear complete and are never overwritten, so of two nodes that begin an
 * epoch at once one wins and both use the winner's. An epoch ends after seven days. Epochs count from 1 without gaps; one
 * that is missing below the newest is {@code UNAVAILABLE}.
 */
public final class ShredDomain {
    static final Duration EPOCH_LASTS = Duration.ofDays(7);
    private static final Duration AHEAD_AT_MOST = Duration.ofDays(1);

    private static final Pattern FILE = Pattern.compile("epoch-([0-9]{19})\\.key");
    private static final long RECHECK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path directory;
    private final KeyWrapper root;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private @Nullable Epoch newest;
    private long checkedNanos;

    private ShredDomain(Path directory, KeyWrapper root, Clock clock) {
        this.directory = directory;
        this.root = root;
        this.clock = clock;
    }

    /** Makes the directory (mode 700) when it is not there. */
    public static ShredDomain in(Path directory, KeyWrapper root, Clock clock) {
        try {
            SecretFiles.createDirectory(directory);
            SecretFiles.requirePrivate(directory);
        } catch (IOException e) {
            throw VaultRefused.storage(directory, e);
        }
        return new ShredDomain(directory, root, clock);
    }

    /** State of the root that wraps the epochs. */
    public KeyWrapper.Health health() {
        return root.health();
    }

    /** The epoch that new keys belong to; begins one when there is none or the newest is over. */
    synchronized Epoch current() {
        Epoch known = newest;
        if (known != null && System.nanoTime() - checkedNanos < RECHECK_NANOS) {
            return known;
        }
        long number = newestNumber();
        if (known == null || number != known.number()) {
            if (known != null && number < known.number()) {
                throw new Unreadable(Why.UNAVAILABLE); // files are gone
            }
            known = number == 0 ? begin(1) : about(number);
        }
        if (isOver(known)) {
            known = begin(known.number() + 1);
        }
        newest = known;
        checkedNanos = System.nanoTime();
        return known;
    }

    /** The epoch and its key; the caller closes it. */
    Held<Epoch> load(long number) {
        Path file = file(number);
        try {
            return Epoch.read(number, Files.readAllBytes(file), root);
        } catch (NoSuchFileException e) {
            throw new Unreadable(number > newestNumber() ? Why.TAMPERED : Why.UNAVAILABLE, e);
        } catch (IOException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
    }

    /** Number of the newest epoch; 0 when there is none. */
    long newestNumber() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMapToLong(ShredDomain::number).max().orElse(0);
        } catch (IOException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
    }

    /** An epoch begun by a clock that ran ahead would otherwise last until the clock gets there. */
    private boolean isOver(Epoch epoch) {
        long age = clock.millis() - epoch.createdMs();
        return age >= EPOCH_LASTS.toMillis() || age <= -AHEAD_AT_MOST.toMillis();
    }

    private Epoch begin(long number) {
        Epoch epoch = new Epoch(number, UUID.randomUUID(), clock.millis());
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            SecretFiles.writeNew(file(number), epoch.file(root, key));
            return epoch;
        } catch (FileAlreadyExistsException e) {
            return about(number);
        } catch (IOException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Epoch about(long number) {
        try (Held<Epoch> held = load(number)) {
            return held.about();
        }
    }

    private Path file(long number) {
        return directory.resolve("epoch-%019d.key".formatted(number));
    }

    private static LongStream number(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? LongStream.of(Long.parseLong(name.group(1))) : LongStream.empty();
    }
}

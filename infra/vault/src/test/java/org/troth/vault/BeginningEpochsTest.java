package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.troth.vault.Refusals.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.testkit.FixedClock;

class BeginningEpochsTest {
    private final MemoryRoot root = new MemoryRoot();
    private final FixedClock clock = FixedClock.at("2026-03-01T10:00:00Z");

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void nameADirectory() {
        directory = temporary.resolve("shred");
    }

    @Test
    void beginsWithTheFirst() throws IOException {
        Epoch first = node().current();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.createdMs()).isEqualTo(clock.millis());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void staysForSevenDaysAndThenBeginsTheNext() {
        Epoch first = node().current();
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(node().current()).isEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        Epoch second = node().current();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.kekId()).isNotEqualTo(first.kekId());
        assertThat(node().current()).isEqualTo(second);
        assertThat(node().load(1).about()).isEqualTo(first);
        assertThat(node().load(1).key()).isNotEqualTo(node().load(2).key());
    }

    @Test
    void keepsTheEpochWhenTheClockGoesBackALittle() {
        Epoch first = node().current();
        clock.advance(Duration.ofHours(-23));

        assertThat(node().current()).isEqualTo(first);
    }

    @Test
    void leavesAnEpochOfAClockThatRanAhead() {
        clock.advance(Duration.ofDays(4_000));
        node().current();
        clock.advance(Duration.ofDays(-4_000));
        Epoch second = node().current();

        assertThat(second.number()).isEqualTo(2);
        assertThat(node().current()).isEqualTo(second);
    }

    @Test
    void givesAllNodesTheSameEpochWhenTheyBeginItAtOnce() throws Exception {
        int nodes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 1; round <= 10; round++) {
                CyclicBarrier start = new CyclicBarrier(nodes);
                List<Future<Epoch>> begun = threads.invokeAll(Collections.nCopies(nodes, (Callable<Epoch>) () -> {
                    ShredDomain node = node();
                    start.await();
                    return node.current();
                }));
                Set<Epoch> different = new HashSet<>();
                for (Future<Epoch> each : begun) {
                    different.add(each.get());
                }
                assertThat(different).hasSize(1);
                assertThat(different.iterator().next().number()).isEqualTo(round);
                clock.advance(Duration.ofDays(7));
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void isUnavailableWhenAFileIsGone() throws IOException {
        node().current();
        clock.advance(Duration.ofDays(8));
        node().current();
        Files.delete(file(1));

        refuses(Why.UNAVAILABLE, () -> node().load(1));
        assertThat(node().current().number()).isEqualTo(2);
    }

    @Test
    void callsTamperedWhatNamesAnEpochThatNeverWas() {
        node().current();

        refuses(Why.TAMPERED, () -> node().load(2));
        refuses(Why.TAMPERED, () -> node().load(99));
    }

    @Test
    void isUnavailableUnderAnotherOrUnreachableRoot() {
        node().current();

        refuses(
                Why.UNAVAILABLE,
                () -> ShredDomain.in(directory, new MemoryRoot(), clock).current());
        root.reachable = false;
        refuses(Why.UNAVAILABLE, () -> node().current());
    }

    @Test
    void refusesEachChangedBitAndEachTruncation() throws IOException {
        node().current();
        byte[] whole = Files.readAllBytes(file(1));
        int rootIdStarts = 37;
        int rootIdEnds = rootIdStarts + root.rootId().length();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(1), changed);
            boolean inRootId = bit / 8 >= rootIdStarts && bit / 8 < rootIdEnds;
            refuses(inRootId ? Why.UNAVAILABLE : Why.TAMPERED, () -> node().load(1));
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(1), Arrays.copyOf(whole, length));
            refuses(Why.TAMPERED, () -> node().load(1));
        }
        Files.write(file(1), Arrays.copyOf(whole, whole.length + 1));
        refuses(Why.TAMPERED, () -> node().load(1));
    }

    @Test
    void refusesAFileUnderAnotherNumber() throws IOException {
        node().current();
        Files.copy(file(1), file(2));

        refuses(Why.TAMPERED, () -> node().load(2));
        refuses(Why.TAMPERED, () -> node().current());
    }

    @Test
    void ignoresWhatABrokenWriterLeft() throws IOException {
        node().current();
        Files.write(directory.resolve(".epoch-0000000000000000002.key.x.tmp"), new byte[3]);
        Files.write(directory.resolve("epoch-2.key"), new byte[3]);

        assertThat(node().current().number()).isEqualTo(1);
    }

    @Test
    void refusesADirectoryThatOthersMayEnter() throws IOException {
        node();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatExceptionOfType(VaultRefused.class).isThrownBy(this::node);
    }

    private ShredDomain node() {
        return ShredDomain.in(directory, root, clock);
    }

    private Path file(long number) {
        return directory.resolve("epoch-%019d.key".formatted(number));
    }
}

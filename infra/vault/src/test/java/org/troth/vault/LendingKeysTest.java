package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LendingKeysTest {
    private static final UUID ID = new UUID(1, 1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final KeyCache<String> cache =
            new KeyCache<>(3, Duration.ofSeconds(60), Duration.ofMinutes(10), nanos::get);

    @Test
    void lendsCopiesThatZeroiseAlone() {
        keep(ID, "a");
        Held<String> first = lent(ID);
        first.close();

        assertThat(first.key()).containsOnly(0);
        assertThat(lent(ID).key()).containsOnly(7);
    }

    @Test
    void keepsACopyOfWhatItIsGiven() {
        Held<String> held = new Held<>("a", filled());
        cache.keep(ID, held, cache.evictions());
        held.close();

        assertThat(lent(ID).key()).containsOnly(7);
    }

    @Test
    void forgetsAMinuteAfterTheLastUse() throws Exception {
        keep(ID, "a");
        byte[] inside = inside(ID);
        pass(Duration.ofSeconds(59));
        assertThat(cache.lend(ID)).isNotNull();
        pass(Duration.ofSeconds(59));
        assertThat(cache.lend(ID)).isNotNull();
        pass(Duration.ofSeconds(60));

        assertThat(inside).containsOnly(7);
        assertThat(cache.lend(ID)).isNull();
        assertThat(inside).containsOnly(0);
    }

    @Test
    void forgetsAfterTenMinutesHoweverMuchItIsUsed() {
        keep(ID, "a");
        for (int i = 0; i < 11; i++) {
            pass(Duration.ofSeconds(50));
            assertThat(cache.lend(ID)).isNotNull();
        }
        pass(Duration.ofSeconds(50));

        assertThat(cache.lend(ID)).isNull();
    }

    @Test
    void sweepsWhatNobodyAsksFor() throws Exception {
        keep(ID, "a");
        byte[] inside = inside(ID);
        pass(Duration.ofSeconds(61));
        cache.sweep();

        assertThat(cache.size()).isZero();
        assertThat(inside).containsOnly(0);
    }

    @Test
    void zeroisesTheLeastRecentlyUsedBeyondTheLimit() throws Exception {
        keep(new UUID(0, 1), "a");
        keep(new UUID(0, 2), "b");
        keep(new UUID(0, 3), "c");
        byte[] oldest = inside(new UUID(0, 2));
        assertThat(cache.lend(new UUID(0, 1))).isNotNull();
        assertThat(cache.lend(new UUID(0, 3))).isNotNull();
        keep(new UUID(0, 4), "d");

        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.lend(new UUID(0, 2))).isNull();
        assertThat(oldest).containsOnly(0);
        assertThat(cache.lend(new UUID(0, 1))).isNotNull();
    }

    @Test
    void zeroisesWhatIsEvictedAndLeavesTheRest() throws Exception {
        keep(new UUID(0, 1), "a");
        keep(new UUID(0, 2), "b");
        byte[] evicted = inside(new UUID(0, 1));
        cache.evict("a"::equals);

        assertThat(evicted).containsOnly(0);
        assertThat(cache.lend(new UUID(0, 1))).isNull();
        assertThat(cache.lend(new UUID(0, 2))).isNotNull();
    }

    @Test
    void keepsNothingThatWasLoadedBeforeAnEviction() {
        long before = cache.evictions();
        cache.evict(about -> true);
        cache.keep(ID, new Held<>("a", filled()), before);

        assertThat(cache.lend(ID)).isNull();
    }

    @Test
    void zeroisesWhatItReplaces() throws Exception {
        keep(ID, "a");
        byte[] replaced = inside(ID);
        keep(ID, "a");

        assertThat(replaced).containsOnly(0);
        assertThat(lent(ID).key()).containsOnly(7);
    }

    private Held<String> lent(UUID id) {
        Held<String> held = cache.lend(id);
        assertThat(held).isNotNull();
        return held;
    }

    private void keep(UUID id, String about) {
        cache.keep(id, new Held<>(about, filled()), cache.evictions());
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private static byte[] filled() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return key;
    }

    /** The cache's own array, which nothing but reflection can reach. */
    private byte[] inside(UUID id) throws ReflectiveOperationException {
        Field entries = KeyCache.class.getDeclaredField("entries");
        entries.setAccessible(true);
        Object entry = ((Map<?, ?>) entries.get(cache)).get(id);
        Field key = entry.getClass().getDeclaredField("key");
        key.setAccessible(true);
        return (byte[]) key.get(entry);
    }
}

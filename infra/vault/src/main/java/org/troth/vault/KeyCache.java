package org.troth.vault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keys lent out as copies: bounded in number, in idle time and in age, and zeroised when they go.
 *
 * @param <T> what is known about a key
 */
final class KeyCache<T> {
    private final int limit;
    private final long idleNanos;
    private final long mostNanos;
    private final LongSupplier nanos;
    private final Map<UUID, Entry<T>> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long evictions;

    KeyCache(int limit, Duration idle, Duration most, LongSupplier nanos) {
        this.limit = limit;
        this.idleNanos = idle.toNanos();
        this.mostNanos = most.toNanos();
        this.nanos = nanos;
    }

    /** A copy for the caller to close; null when there is none (any more). */
    synchronized @Nullable Held<T> lend(UUID id) {
        Entry<T> entry = entries.get(id);
        if (entry == null) {
            return null;
        }
        long now = nanos.getAsLong();
        if (isOver(entry, now)) {
            entries.remove(id);
            entry.wipe();
            return null;
        }
        entry.lastUse = now;
        return new Held<>(entry.about, entry.key.clone());
    }

    /** Whether there is one to lend now. */
    synchronized boolean has(UUID id) {
        Entry<T> entry = entries.get(id);
        return entry != null && !isOver(entry, nanos.getAsLong());
    }

    /** To be asked before a key is loaded, and given back with it. */
    synchronized long evictions() {
        return evictions;
    }

    /** Keeps a copy, unless anything was evicted since this count: the key may be one that must go. */
    synchronized void keep(UUID id, Held<T> held, long evictionsBefore) {
        if (evictionsBefore != evictions) {
            return;
        }
        long now = nanos.getAsLong();
        Entry<T> before = entries.put(id, new Entry<>(held.about(), held.key().clone(), now));
        if (before != null) {
            before.wipe();
        }
        if (entries.size() > limit) {
            Iterator<Entry<T>> oldest = entries.values().iterator();
            oldest.next().wipe();
            oldest.remove();
        }
    }

    /** Zeroises and forgets those of which this is true. */
    synchronized void evict(Predicate<T> which) {
        evictions++;
        removeIf(entry -> which.test(entry.about));
    }

    /** Zeroises and forgets those whose time is over. */
    synchronized void sweep() {
        long now = nanos.getAsLong();
        removeIf(entry -> isOver(entry, now));
    }

    synchronized int size() {
        return entries.size();
    }

    private void removeIf(Predicate<Entry<T>> which) {
        entries.values().removeIf(entry -> {
            boolean goes = which.test(entry);
            if (goes) {
                entry.wipe();
            }
            return goes;
        });
    }

    private boolean isOver(Entry<T> entry, long now) {
        return now - entry.lastUse >= idleNanos || now - entry.since >= mostNanos;
    }

    private static final class Entry<T> {
        private final T about;
        private final byte[] key;
        private final long since;
        private long lastUse;

        Entry(T about, byte[] key, long now) {
            this.about = about;
            this.key = key;
            this.since = now;
            this.lastUse = now;
        }

        void wipe() {
            Arrays.fill(key, (byte) 0);
        }
    }
}

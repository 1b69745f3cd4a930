package org.troth.store.facts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What was used lately, by its key: at least half and at most all of so many values, the latest used ones. */
final class Lately<K, V> {

    private final int most;
    private final AtomicInteger forgotten = new AtomicInteger();
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = new ConcurrentHashMap<>();

    Lately(int most) {
        this.most = most;
    }

    /** The value kept under this key; null when there is none. */
    @Nullable
    V get(K key) {
        int since = forgotten.get();
        V value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                keep(key, value, since);
            }
        }
        return value;
    }

    /** How often everything was forgotten; what was learnt before that is not to be kept after it. */
    int forgotten() {
        return forgotten.get();
    }

    /** Keeps what was learnt since so many times of forgetting. */
    void keep(K key, V value, int since) {
        if (since == forgotten.get()) {
            keep(key, value);
        }
        if (since != forgotten.get()) {
            young.remove(key, value);
        }
    }

    void forget(K key) {
        old.remove(key);
        young.remove(key);
    }

    void forget() {
        forgotten.incrementAndGet();
        old = new ConcurrentHashMap<>();
        young = new ConcurrentHashMap<>();
    }

    private void keep(K key, V value) {
        if (young.size() >= most / 2) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, value);
    }
}

package org.troth.vault;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.KeyEvictions;
import org.troth.ledger.KeyRow;
import org.troth.ledger.KeyWrap;
import org.troth.ledger.Tampered;
import org.troth.vault.KeyTable.Stored;

/**
 * Finds, makes and lends data keys, and keeps apart why one cannot be had: {@code ERASED} only when the record proves it,
 * {@code UNAVAILABLE} when table, epoch or root cannot be reached, {@code TAMPERED} for everything else that is wrong.
 */
final class DataKeys implements KeyEvictions {
    private static final int MOST = 10_000;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final KeyTable table;
    private final ShredDomain shredDomain;
    private final Destructions destructions;
    private final SecureRandom random;
    private final KeyCache<KeyRow> cache;
    private final KeyCache<Epoch> epochs;
    private final Map<KeyName, UUID> ids = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyName, UUID> eldest) {
            return size() > MOST;
        }
    };

    DataKeys(
            KeyTable table,
            ShredDomain shredDomain,
            Destructions destructions,
            SecureRandom random,
            LongSupplier nanos) {
        this.table = table;
        this.shredDomain = shredDomain;
        this.destructions = destructions;
        this.random = random;
        this.cache = new KeyCache<>(MOST, IDLE, OLDEST, nanos);
        this.epochs = new KeyCache<>(MOST, IDLE, OLDEST, nanos);
    }

    /** The key of this name, made when there is none; the caller closes it. */
    Held<KeyRow> findOrCreate(KeyName name) {
        UUID known = idOf(name);
        if (known != null) {
            return existing(known, name.owner());
        }
        List<Stored> rows = table.named(name);
        while (rows.isEmpty()) {
            if (isForgotten(name)) {
                throw new Unreadable(Why.ERASED);
            }
            Held<KeyRow> made = create(name);
            if (made != null) {
                return made;
            }
            rows = table.named(name);
        }
        UUID keyId = rows.get(0).row().keyId();
        Held<KeyRow> found = existing(keyId, name.owner());
        remember(name, keyId);
        return found;
    }

    /** The key of the outer envelope for new facts of this ledger; the caller closes it. */
    Held<KeyRow> currentRecordKey(UUID ledger) {
        return findOrCreate(KeyName.record(ledger, shredDomain.current().number()));
    }

    /** An existing key, which must belong to this owner; the caller closes it. */
    Held<KeyRow> existing(UUID keyId, UUID owner) {
        Held<KeyRow> held = cache.lend(keyId);
        if (held == null) {
            long evictions = cache.evictions();
            held = unwrap(keyId, owner, table.byId(keyId));
            cache.keep(keyId, held, evictions);
        }
        if (!held.about().owner().equals(owner)) {
            held.close();
            throw new Unreadable(Why.TAMPERED);
        }
        return held;
    }

    /** Has the keys of these at hand, as far as there are such; one question instead of one for each. */
    void fetch(Set<UUID> keyIds) {
        List<UUID> missing = keyIds.stream().filter(id -> !cache.has(id)).toList();
        if (missing.size() < 2) {
            return;
        }
        long evictions = cache.evictions();
        Map<UUID, List<Stored>> found = new LinkedHashMap<>();
        for (Stored stored : table.byIds(missing)) {
            if (stored.wrapped() != null) {
                found.computeIfAbsent(stored.row().keyId(), id -> new ArrayList<>())
                        .add(stored);
            }
        }
        for (Map.Entry<UUID, List<Stored>> each : found.entrySet()) {
            UUID owner = each.getValue().get(0).row().owner();
            try (Held<KeyRow> held = unwrap(each.getKey(), owner, each.getValue())) {
                cache.keep(each.getKey(), held, evictions);
            } catch (Unreadable shownWhenOpened) {
                continue;
            }
        }
    }

    /** The rows of a key that must exist. */
    List<KeyRow> rows(UUID keyId) {
        List<KeyRow> rows = table.byId(keyId).stream().map(Stored::row).toList();
        if (rows.isEmpty()) {
            throw new Unreadable(Why.TAMPERED);
        }
        return rows;
    }

    @Override
    public void evict(UUID owner) {
        cache.evict(row -> row.owner().equals(owner));
    }

    @Override
    public void evictAll() {
        cache.evict(row -> true);
        epochs.evict(epoch -> true);
    }

    void sweep() {
        cache.sweep();
        epochs.sweep();
    }

    private Held<KeyRow> unwrap(UUID keyId, UUID owner, List<Stored> rows) {
        for (Stored stored : rows) {
            byte[] wrapped = stored.wrapped();
            if (wrapped != null) {
                try (Held<Epoch> epoch = epoch(stored.row())) {
                    return new Held<>(stored.row(), KeyWrap.unwrap(epoch.key(), stored.row(), wrapped));
                } catch (Tampered e) {
                    throw new Unreadable(Why.TAMPERED, e);
                }
            }
        }
        // RECORD and SYSTEM keys die with no person, and the proof itself could not be read without them
        boolean mayDie =
                rows.isEmpty() || isPersonal(KeyKind.of(rows.get(0).row().kind()));
        throw new Unreadable(mayDie && destructions.destroyedOf(owner).contains(keyId) ? Why.ERASED : Why.TAMPERED);
    }

    /** Null when another made it first. */
    private @Nullable Held<KeyRow> create(KeyName name) {
        long evictions = cache.evictions();
        Epoch current = shredDomain.current();
        byte[] key = new byte[32];
        random.nextBytes(key);
        UUID keyId = UUID.randomUUID();
        List<UUID> holders = name.kind() == KeyKind.JOINT_ANY ? name.holders() : List.of(KeyRow.NO_HOLDER);
        long number = name.kind() == KeyKind.RECORD ? name.epoch() : current.number();
        List<KeyRow> rows = holders.stream()
                .map(holder -> new KeyRow(
                        keyId,
                        name.kind().code(),
                        name.owner(),
                        name.valueClass(),
                        holder,
                        number,
                        kekId(number, current)))
                .toList();
        Held<KeyRow> made = new Held<>(rows.get(0), key);
        try (Held<Epoch> epoch = epoch(rows.get(0))) {
            if (table.insert(rows.stream()
                    .map(row -> new Stored(row, KeyWrap.wrap(epoch.key(), row, key, random)))
                    .toList())) {
                cache.keep(keyId, made, evictions);
                remember(name, keyId);
                return made;
            }
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
        made.close();
        return null;
    }

    private UUID kekId(long number, Epoch current) {
        if (number == current.number()) {
            return current.kekId();
        }
        try (Held<Epoch> epoch = shredDomain.load(number)) {
            return epoch.about().kekId();
        }
    }

    private Held<Epoch> epoch(KeyRow row) {
        Held<Epoch> held = epochs.lend(row.kekId());
        if (held == null) {
            long evictions = epochs.evictions();
            held = shredDomain.load(row.epoch());
            epochs.keep(held.about().kekId(), held, evictions);
        }
        if (held.about().number() != row.epoch() || !held.about().kekId().equals(row.kekId())) {
            held.close();
            throw new Unreadable(Why.TAMPERED);
        }
        return held;
    }

    /** Nobody who was erased gets a new key for their words; who looked at them is still recorded, under AUDIT. */
    private boolean isForgotten(KeyName name) {
        return isPersonal(name.kind())
                && name.kind() != KeyKind.AUDIT
                && (isErased(name.owner()) || name.holders().stream().anyMatch(this::isErased));
    }

    private boolean isErased(UUID owner) {
        return !destructions.destroyedOf(owner).isEmpty();
    }

    private static boolean isPersonal(KeyKind kind) {
        return switch (kind) {
            case SUBJECT, AUDIT, JOINT_ALL, JOINT_ANY, HOLD -> true;
            case RECORD, SYSTEM -> false;
        };
    }

    private @Nullable UUID idOf(KeyName name) {
        synchronized (ids) {
            return ids.get(name);
        }
    }

    private void remember(KeyName name, UUID keyId) {
        synchronized (ids) {
            ids.put(name, keyId);
        }
    }
}

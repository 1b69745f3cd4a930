package org.troth.store.facts;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.ledger.Category;
import org.troth.ledger.FactDraft;
import org.troth.ledger.FactHeader;
import org.troth.ledger.FactSeal;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyBirth;
import org.troth.ledger.KeyBirths;
import org.troth.ledger.KeyEvictions;
import org.troth.ledger.KeyedMarks;
import org.troth.ledger.OpenedFact;
import org.troth.ledger.SealedFact;
import org.troth.ledger.ValueContext;
import org.troth.ledger.ValueHeader;
import org.troth.ledger.ValueSeal;

/** Keys in memory with the real formats; two nodes of a test share one. */
public final class TestKeys implements FactSealing, KeyEvictions {

    private static final byte[] TYPE_KEY = key(1);
    private static final byte[] WRITER_KEY = key(2);
    private static final byte[] STREAM_KEY = key(3);

    private final SecureRandom random = new SecureRandom();
    private final byte[] recordKey = key(4);
    private final UUID recordKeyId = UUID.randomUUID();
    private final UUID systemKeyId = UUID.randomUUID();
    private final Map<UUID, UUID> ownerByKey = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> keyByOwner = new ConcurrentHashMap<>();
    private final Map<UUID, byte[]> dataKeys = new ConcurrentHashMap<>();
    final AtomicInteger evictions = new AtomicInteger();
    volatile boolean recordKeyGone;
    volatile boolean unreachable;
    private volatile UUID ledger = new UUID(0, 0);

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    /** Seals some words under the owner's one key, which is made when there is none. */
    public Sealed words(Words words, UUID owner, String text) {
        UUID keyId = keyByOwner.computeIfAbsent(owner, each -> {
            UUID made = UUID.randomUUID();
            byte[] dataKey = new byte[32];
            random.nextBytes(dataKey);
            dataKeys.put(made, dataKey);
            ownerByKey.put(made, each);
            return made;
        });
        byte[] stored = ValueSeal.seal(
                dataKeys.get(keyId),
                new ValueHeader(words.dataClass().code(), keyId),
                new ValueContext(words.label(), owner),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                random);
        return new Sealed(stored, words, owner);
    }

    UUID keyOf(UUID owner) {
        return keyByOwner.get(owner);
    }

    @Override
    public int generation() {
        return 1;
    }

    @Override
    public UUID streamId(String aggregateId) {
        return KeyedMarks.streamId(STREAM_KEY, aggregateId);
    }

    @Override
    public SealedFact seal(FactDraft draft) {
        if (unreachable) {
            throw new Unreadable(Unreadable.Why.UNAVAILABLE);
        }
        ledger = draft.ledgerId();
        return FactSeal.seal(
                draft,
                recordKeyId,
                recordKey,
                (type, revision) -> KeyedMarks.typeTag(TYPE_KEY, type, revision),
                random);
    }

    @Override
    public OpenedFact open(byte[] header, byte[] ct) {
        if (recordKeyGone) {
            throw new Unreadable(Unreadable.Why.ERASED);
        }
        if (unreachable) {
            throw new Unreadable(Unreadable.Why.UNAVAILABLE);
        }
        if (!FactHeader.read(header).keyId().equals(recordKeyId)) {
            throw new Unreadable(Unreadable.Why.TAMPERED);
        }
        return FactSeal.open(recordKey, (type, revision) -> KeyedMarks.typeTag(TYPE_KEY, type, revision), header, ct);
    }

    @Override
    public OpenedFact openBeside(Category category, byte[] header, byte[] ct) {
        throw new UnsupportedOperationException("nothing stands beside the facts");
    }

    @Override
    public byte[] writerTag(long position, byte[] headerHash, byte[] ctHash) {
        return KeyedMarks.writerTag(WRITER_KEY, position, headerHash, ctHash);
    }

    @Override
    public void evict(UUID owner) {
        evictions.incrementAndGet();
    }

    @Override
    public void evictAll() {
        evictions.incrementAndGet();
    }

    /** What one node remembers of births. */
    public KeyBirths births() {
        return new Births();
    }

    private final class Births implements KeyBirths {
        private final Set<UUID> born = ConcurrentHashMap.newKeySet();

        @Override
        public List<UUID> standing() {
            return List.of(systemKeyId);
        }

        @Override
        public List<KeyBirth> unborn(Collection<UUID> keyIds) {
            List<KeyBirth> unborn = new ArrayList<>();
            for (UUID keyId : keyIds) {
                if (!born.contains(keyId)) {
                    unborn.add(birth(keyId));
                }
            }
            return unborn;
        }

        private KeyBirth birth(UUID keyId) {
            if (keyId.equals(systemKeyId)) {
                return new KeyBirth(keyId, 6, new UUID(0, 0), 0, List.of(), 1);
            }
            if (keyId.equals(recordKeyId)) {
                return new KeyBirth(keyId, 5, ledger, 0, List.of(), 1);
            }
            UUID owner = ownerByKey.get(keyId);
            if (owner == null) {
                throw new Unreadable(Unreadable.Why.TAMPERED);
            }
            return new KeyBirth(keyId, 1, owner, 0, List.of(), 1);
        }

        @Override
        public void born(Collection<UUID> keyIds) {
            born.addAll(keyIds);
        }
    }
}

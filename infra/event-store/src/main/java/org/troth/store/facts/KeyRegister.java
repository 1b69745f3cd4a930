package org.troth.store.facts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyKind;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.RecordedFact;
import org.troth.ledger.KeyBirth;
import org.troth.ledger.KeyBirths;

/**
 * Knows from the key streams which keys were born and which are destroyed, so that every unit carries the births it owes
 * and no unit uses a key that is gone.
 */
final class KeyRegister {

    private static final int MOST_REMEMBERED = 200_000;
    private static final int KEY_ID = 8;

    /** The aggregate type of key streams. */
    static final String TYPE = "Keys";

    private final KeyBirths births;
    private final FactReader reader;
    private final Map<UUID, Long> alive = new ConcurrentHashMap<>();

    KeyRegister(KeyBirths births, FactReader reader) {
        this.births = births;
        this.reader = reader;
    }

    /** Which key each of these words is under, and whose it is. */
    static Map<UUID, UUID> ownersByKey(Collection<Sealed> words) {
        Map<UUID, UUID> owners = new LinkedHashMap<>();
        for (Sealed sealed : words) {
            ByteBuffer stored = ByteBuffer.wrap(sealed.stored());
            owners.put(new UUID(stored.getLong(KEY_ID), stored.getLong(KEY_ID + 8)), sealed.owner());
        }
        return owners;
    }

    /**
     * The births that a unit must carry that uses these data keys and these record keys, sealed at this count of
     * destructions. Throws {@link Unreadable} ({@code ERASED}) when one of the data keys is destroyed.
     */
    List<NewFact> owed(Map<UUID, UUID> dataKeys, Collection<UUID> recordKeys, long destructions) {
        Set<UUID> maybe = new HashSet<>();
        Map<UUID, Stream> streams = new LinkedHashMap<>();
        dataKeys.forEach((key, owner) -> {
            Long seen = alive.get(key);
            if (seen == null || seen != destructions) {
                Stream stream = streams.computeIfAbsent(owner, this::read);
                if (stream.destroyed.contains(key)) {
                    throw new Unreadable(Unreadable.Why.ERASED);
                }
                if (stream.born.contains(key)) {
                    remember(key, destructions);
                }
                maybe.add(key);
            }
        });
        maybe.addAll(recordKeys);
        maybe.addAll(births.standing());
        List<KeyBirth> unborn = births.unborn(maybe);
        List<NewFact> owed = new ArrayList<>();
        List<UUID> found = new ArrayList<>();
        for (KeyBirth birth : unborn) {
            Stream stream = streams.computeIfAbsent(birth.owner(), this::read);
            if (stream.born.contains(birth.keyId())) {
                found.add(birth.keyId());
            } else {
                owed.add(new NewFact(TYPE, KeyEvent.stream(birth.owner()), stream.next++, fact(birth)));
            }
        }
        if (!found.isEmpty()) {
            births.born(found);
        }
        return owed;
    }

    /** A unit that carried these facts and used these keys is durable. */
    void durable(Collection<NewFact> carried, Collection<UUID> dataKeys, long destructions) {
        if (!carried.isEmpty()) {
            births.born(carried.stream()
                    .map(each -> ((KeyEvent.KeyCreated) each.fact()).key())
                    .toList());
        }
        dataKeys.forEach(key -> remember(key, destructions));
    }

    private void remember(UUID key, long destructions) {
        if (alive.size() >= MOST_REMEMBERED) {
            alive.clear();
        }
        alive.put(key, destructions);
    }

    private static KeyEvent.KeyCreated fact(KeyBirth birth) {
        return new KeyEvent.KeyCreated(
                birth.owner(),
                birth.keyId(),
                KeyKind.of(birth.kind()),
                birth.valueClass(),
                birth.holders(),
                birth.epoch());
    }

    private Stream read(UUID owner) {
        Stream stream = new Stream();
        for (RecordedFact recorded : reader.stream(KeyEvent.stream(owner), 0)) {
            stream.next = recorded.sequence() + 1;
            if (recorded.fact() instanceof KeyEvent.KeyCreated created) {
                stream.born.add(created.key());
            } else if (recorded.fact() instanceof KeyEvent.KeyDestroyed destroyed) {
                stream.destroyed.addAll(destroyed.keys());
            }
        }
        return stream;
    }

    /** What one owner's key stream says. */
    private static final class Stream {
        private final Set<UUID> born = new HashSet<>();
        private final Set<UUID> destroyed = new HashSet<>();
        private long next;
    }
}

package org.troth.vault;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.troth.events.confidential.TagKind;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.KeyBirth;
import org.troth.ledger.KeyBirths;
import org.troth.ledger.KeyRow;

/** Remembers which keys' births are known to be durable, for as many keys as are likely to be in use. */
final class Births implements KeyBirths {
    private static final int MOST = 50_000;

    private final DataKeys keys;
    private final Set<UUID> known = Collections.newSetFromMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > MOST;
        }
    });

    private volatile List<UUID> standing = List.of();

    Births(DataKeys keys) {
        this.keys = keys;
    }

    /** Their ids never change within a generation of system keys. */
    @Override
    public List<UUID> standing() {
        List<UUID> ids = standing;
        if (ids.isEmpty()) {
            ids = findStanding();
            standing = ids;
        }
        return ids;
    }

    private List<UUID> findStanding() {
        return Stream.concat(
                        Stream.of(KeyName.TYPE_TAGS, KeyName.WRITER_TAGS, KeyName.STREAM_IDS, KeyName.BLIND_MARKS),
                        Stream.of(TagKind.values()).map(KeyName::index))
                .map(this::idOf)
                .toList();
    }

    @Override
    public List<KeyBirth> unborn(Collection<UUID> keyIds) {
        Set<UUID> unknown = new LinkedHashSet<>();
        synchronized (known) {
            for (UUID keyId : keyIds) {
                if (!known.contains(keyId)) {
                    unknown.add(keyId);
                }
            }
        }
        return unknown.stream().map(this::birth).toList();
    }

    @Override
    public void born(Collection<UUID> keyIds) {
        synchronized (known) {
            known.addAll(keyIds);
        }
    }

    private KeyBirth birth(UUID keyId) {
        List<KeyRow> rows = keys.rows(keyId);
        KeyRow row = rows.get(0);
        List<UUID> holders = row.kind() == KeyKind.JOINT_ANY.code()
                ? rows.stream().map(KeyRow::holder).toList()
                : List.of();
        return new KeyBirth(keyId, row.kind(), row.owner(), row.valueClass(), holders, row.epoch());
    }

    private UUID idOf(KeyName name) {
        try (Held<KeyRow> key = keys.findOrCreate(name)) {
            return key.about().keyId();
        }
    }
}

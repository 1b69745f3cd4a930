package org.troth.vault;

import java.util.ArrayList;
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

    Births(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<UUID> standing() {
        return Stream.concat(
                        Stream.of(KeyName.TYPE_TAGS, KeyName.WRITER_TAGS, KeyName.STREAM_IDS),
                        Stream.of(TagKind.values()).map(KeyName::index))
                .map(this::idOf)
                .toList();
    }

    @Override
    public List<KeyBirth> unborn(Collection<UUID> keyIds) {
        List<UUID> unknown = new ArrayList<>();
        synchronized (known) {
            for (UUID keyId : new LinkedHashSet<>(keyIds)) {
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

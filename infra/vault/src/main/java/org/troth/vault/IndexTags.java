package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.ledger.KeyRow;
import org.troth.ledger.KeyedMarks;

/** Tags under an index key per kind, so that equal values of two kinds have nothing in common. */
final class IndexTags implements Tags {
    private final DataKeys keys;

    IndexTags(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] tag(TagKind kind, String value) {
        try (Held<KeyRow> key = keys.findOrCreate(KeyName.index(kind))) {
            return KeyedMarks.mark(key.key(), value.getBytes(UTF_8));
        }
    }
}

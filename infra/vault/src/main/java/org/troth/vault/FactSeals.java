package org.troth.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.Category;
import org.troth.ledger.FactDraft;
import org.troth.ledger.FactHeader;
import org.troth.ledger.FactSeal;
import org.troth.ledger.FactSealing;
import org.troth.ledger.KeyRow;
import org.troth.ledger.KeyedMarks;
import org.troth.ledger.OpenedFact;
import org.troth.ledger.SealedFact;
import org.troth.ledger.Tampered;

/** Seals and opens whole facts under RECORD keys; refuses with {@link Unreadable} and its three causes. */
final class FactSeals implements FactSealing {
    private static final int GENERATION = 1;
    private static final int MOST_TAGS = 10_000;

    private final DataKeys keys;
    private final SecureRandom random;
    private final Map<TypeName, byte[]> typeTags = new ConcurrentHashMap<>();

    FactSeals(DataKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    private record TypeName(String type, int revision) {}

    @Override
    public int generation() {
        return GENERATION;
    }

    @Override
    public UUID streamId(String aggregateId) {
        try (Held<KeyRow> key = keys.findOrCreate(KeyName.STREAM_IDS)) {
            return KeyedMarks.streamId(key.key(), aggregateId);
        }
    }

    @Override
    public SealedFact seal(FactDraft draft) {
        try (Held<KeyRow> key = keys.currentRecordKey(draft.ledgerId())) {
            return FactSeal.seal(draft, key.about().keyId(), key.key(), this::typeTag, random);
        }
    }

    @Override
    public OpenedFact open(byte[] header, byte[] ct) {
        OpenedFact opened = openAny(header, ct);
        if (!opened.header().category().isFact()) {
            throw new Unreadable(Why.TAMPERED);
        }
        return opened;
    }

    @Override
    public OpenedFact openBeside(Category category, byte[] header, byte[] ct) {
        if (category.isFact()) {
            throw new IllegalArgumentException("a category of the ledger itself");
        }
        OpenedFact opened = openAny(header, ct);
        if (opened.header().category() != category) {
            throw new Unreadable(Why.TAMPERED);
        }
        return opened;
    }

    @Override
    public byte[] writerTag(long position, byte[] headerHash, byte[] ctHash) {
        try (Held<KeyRow> key = keys.findOrCreate(KeyName.WRITER_TAGS)) {
            return KeyedMarks.writerTag(key.key(), position, headerHash, ctHash);
        }
    }

    private OpenedFact openAny(byte[] header, byte[] ct) {
        try {
            FactHeader read = FactHeader.read(header);
            try (Held<KeyRow> key = keys.existing(read.keyId(), read.ledgerId())) {
                if (key.about().kind() != KeyKind.RECORD.code()) {
                    throw new Unreadable(Why.TAMPERED);
                }
                return FactSeal.open(key.key(), this::typeTag, header, ct);
            }
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    private byte[] typeTag(String type, int revision) {
        TypeName name = new TypeName(type, revision);
        byte[] known = typeTags.get(name);
        if (known != null) {
            return known;
        }
        try (Held<KeyRow> key = keys.findOrCreate(KeyName.TYPE_TAGS)) {
            byte[] tag = KeyedMarks.typeTag(key.key(), type, revision);
            if (typeTags.size() < MOST_TAGS) {
                typeTags.put(name, tag);
            }
            return tag;
        }
    }
}

package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.KeyRow;
import org.troth.ledger.Tampered;
import org.troth.ledger.ValueContext;
import org.troth.ledger.ValueHeader;
import org.troth.ledger.ValueSeal;

/** The one place where sealed words become text; whoever calls it has made sure that they may be opened. */
final class WordOpening {
    private final DataKeys keys;

    WordOpening(DataKeys keys) {
        this.keys = keys;
    }

    /** @param stillAllowed asked once the key is at hand and before anything is opened */
    String open(Sealed sealed, Runnable stillAllowed) {
        byte[] stored = sealed.stored();
        DataClass dataClass = sealed.words().dataClass();
        try {
            ValueHeader header = ValueHeader.read(stored);
            if (header.valueClass() != dataClass.code()) {
                throw new Unreadable(Why.TAMPERED);
            }
            try (Held<KeyRow> key = keys.existing(header.keyId(), sealed.owner())) {
                if (!mayHold(key.about(), dataClass)) {
                    throw new Unreadable(Why.TAMPERED);
                }
                stillAllowed.run();
                return text(ValueSeal.open(
                        key.key(), stored, new ValueContext(sealed.words().label(), sealed.owner())));
            }
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    /** Fetches the keys of all of these at once; whatever is wrong with one shows when it is opened. */
    void expect(Collection<Sealed> sealed) {
        Set<UUID> ids = new HashSet<>();
        for (Sealed each : sealed) {
            try {
                ids.add(ValueHeader.read(each.stored()).keyId());
            } catch (Tampered shownWhenOpened) {
                continue;
            }
        }
        keys.fetch(ids);
    }

    private static boolean mayHold(KeyRow row, DataClass dataClass) {
        boolean classFits = row.valueClass() == 0 || row.valueClass() == dataClass.code();
        return classFits
                && switch (KeyKind.of(row.kind())) {
                    case SUBJECT, JOINT_ALL, JOINT_ANY -> dataClass != DataClass.AUDIT;
                    case AUDIT -> dataClass == DataClass.AUDIT;
                    case RECORD, SYSTEM, HOLD -> false;
                };
    }

    private static String text(byte[] value) {
        try {
            CharBuffer decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            String text = decoded.toString();
            Arrays.fill(decoded.array(), '\0');
            return text;
        } catch (CharacterCodingException e) {
            throw new Tampered("text of a value");
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }
}

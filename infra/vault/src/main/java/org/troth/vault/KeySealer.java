package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.ledger.KeyRow;
import org.troth.ledger.ValueContext;
import org.troth.ledger.ValueHeader;
import org.troth.ledger.ValueSeal;

/** Seals words under their owner's key as {@code TRS1}; half a surrogate pair, which is no text, becomes a question mark. */
final class KeySealer implements Sealer {
    private final DataKeys keys;
    private final SecureRandom random;

    KeySealer(DataKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public Sealed seal(Words words, UUID owner, String text) {
        return seal(words, KeyName.ofWords(words.dataClass(), owner), text);
    }

    @Override
    public Sealed sealApart(Words words, UUID thing, UUID person, String text) {
        if (!words.isApart()) {
            throw new IllegalArgumentException("such words are under the key of the person themselves");
        }
        return seal(words, KeyName.apart(thing, person), text);
    }

    private Sealed seal(Words words, KeyName name, String text) {
        UUID owner = name.owner();
        byte[] value = text.getBytes(UTF_8);
        try (Held<KeyRow> key = keys.findOrCreate(name)) {
            ValueHeader header =
                    new ValueHeader(words.dataClass().code(), key.about().keyId());
            return new Sealed(
                    ValueSeal.seal(key.key(), header, new ValueContext(words.label(), owner), value, random),
                    words,
                    owner);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }
}

package org.troth.command.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.DisclosureExceeded;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;

/** Seals nothing, but opens only for whom a disclosure names the owner and the class. */
public final class MemorySealing implements Sealer, Opener {

    private static final int HEAD = 136;

    @Override
    public Sealed seal(Words words, UUID owner, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] stored = Arrays.copyOf(new byte[HEAD], HEAD + plain.length);
        System.arraycopy(plain, 0, stored, HEAD, plain.length);
        return new Sealed(stored, words, owner);
    }

    @Override
    public Sealed sealApart(Words words, UUID thing, UUID person, String text) {
        return seal(words, thing, text);
    }

    @Override
    public String open(Sealed sealed, Disclosure disclosure) {
        if (!disclosure.permits(sealed.owner(), sealed.words())) {
            throw new DisclosureExceeded("not in this disclosure");
        }
        return peek(sealed);
    }

    /** What was sealed, for assertions. */
    public static String peek(Sealed sealed) {
        byte[] stored = sealed.stored();
        return new String(stored, HEAD, stored.length - HEAD, StandardCharsets.UTF_8);
    }
}

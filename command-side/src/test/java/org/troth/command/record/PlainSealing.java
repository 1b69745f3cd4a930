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

/** Seals by hiding nothing, and opens as strictly as the vault: only what the disclosure names. */
public final class PlainSealing implements Sealer, Opener {

    private static final int HEAD = 160;

    @Override
    public Sealed seal(Words words, UUID owner, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] stored = Arrays.copyOf(new byte[HEAD], HEAD + bytes.length);
        System.arraycopy(bytes, 0, stored, HEAD, bytes.length);
        return new Sealed(stored, words, owner);
    }

    @Override
    public String open(Sealed sealed, Disclosure disclosure) {
        if (disclosure.isStale()
                || !disclosure.permits(sealed.owner(), sealed.words().dataClass())) {
            throw new DisclosureExceeded("not named by the disclosure");
        }
        return read(sealed);
    }

    /** What was sealed, for assertions. */
    public static String read(Sealed sealed) {
        byte[] stored = sealed.stored();
        return new String(stored, HEAD, stored.length - HEAD, StandardCharsets.UTF_8);
    }
}

package org.troth.query.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.DisclosureExceeded;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;

/** Seals by turning every bit over: enough to see that nothing opens without its disclosure. */
public final class PretendWords implements Sealer, Opener {

    private static final int BEFORE = 136;

    private final Set<UUID> erased = new HashSet<>();
    private boolean tampered;
    private int opened;

    @Override
    public Sealed seal(Words words, UUID owner, String text) {
        return sealed(words, owner, text);
    }

    @Override
    public Sealed sealApart(Words words, UUID thing, UUID person, String text) {
        return sealed(words, thing, text);
    }

    /** The same without an instance. */
    public static Sealed sealed(Words words, UUID owner, String text) {
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        byte[] stored = new byte[BEFORE + said.length];
        for (int i = 0; i < said.length; i++) {
            stored[BEFORE + i] = (byte) ~said[i];
        }
        return new Sealed(stored, words, owner);
    }

    @Override
    public String open(Sealed sealed, Disclosure disclosure) {
        if (!disclosure.permits(sealed.owner(), sealed.words())) {
            throw new DisclosureExceeded("not disclosed: " + sealed.words());
        }
        opened++;
        if (tampered) {
            throw new Unreadable(Unreadable.Why.TAMPERED);
        }
        if (erased.contains(sealed.owner())) {
            throw new Unreadable(Unreadable.Why.ERASED);
        }
        byte[] stored = sealed.stored();
        byte[] said = Arrays.copyOfRange(stored, BEFORE, stored.length);
        for (int i = 0; i < said.length; i++) {
            said[i] = (byte) ~said[i];
        }
        return new String(said, StandardCharsets.UTF_8);
    }

    /** How often words were opened, or tried to, since this was last asked. */
    public int openedSince() {
        int since = opened;
        opened = 0;
        return since;
    }

    public void erase(UUID owner) {
        erased.add(owner);
    }

    public void tamper(boolean now) {
        tampered = now;
    }
}

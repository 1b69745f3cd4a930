package org.troth.events.confidential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals a person's words at the edge, before they become part of a command or a fact. */
public interface Sealer {

    /**
     * Seals under the owner's key, which is made when there is none. Throws {@link Unreadable} ({@code UNAVAILABLE}) when
     * the key store cannot be reached and ({@code ERASED}) when the owner's keys were destroyed.
     */
    Sealed seal(Words words, UUID owner, String text);

    /**
     * Seals under a key of this thing's own, which is made when there is none and dies with the person: whoever opens, withholds
     * or erases one thing of theirs does so without the others. The thing is the owner of what is sealed. Throws as
     * {@link #seal} does; {@code ERASED} also when the person's own keys were destroyed.
     */
    Sealed sealApart(Words words, UUID thing, UUID person, String text);

    /** The same for words that may be absent or blank; those stay absent. */
    default @Nullable Sealed sealIfAny(Words words, UUID owner, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(words, owner, text);
    }
}

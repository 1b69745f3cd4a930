package org.troth.events.keys;

import java.util.List;
import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Recorded;

/** What happened to the keys of one owner; each owner has a key stream of its own, named {@code keys/<owner>}. */
public sealed interface KeyEvent extends Fact {

    UUID owner();

    /**
     * A key was born; carried by the first unit that uses it.
     *
     * @param dataClass 0 for all classes, else the one class it is for
     * @param holders who holds a wrap of it, for keys that die with the last of them; else empty
     */
    @Recorded(as = "key-created", revision = 1)
    record KeyCreated(UUID owner, UUID key, KeyKind kind, int dataClass, List<UUID> holders, long epoch)
            implements KeyEvent {

        public KeyCreated {
            holders = List.copyOf(holders);
        }
    }

    /** These keys were destroyed on purpose: what is sealed under them can never be opened again. */
    @Recorded(as = "key-destroyed", revision = 1)
    record KeyDestroyed(UUID owner, List<UUID> keys, String ground) implements KeyEvent {

        public KeyDestroyed {
            keys = List.copyOf(keys);
        }
    }

    /** The name of an owner's key stream. */
    static String stream(UUID owner) {
        return "keys/" + owner;
    }
}

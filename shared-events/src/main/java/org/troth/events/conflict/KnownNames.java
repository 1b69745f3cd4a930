package org.troth.events.conflict;

import java.util.UUID;

/** Told the name somebody is registered under, so that others can keep away from them by it. */
public interface KnownNames {

    /**
     * Keeps what the name is compared by, and not the name. Told before the fact that holds the name, so that nobody is ever
     * registered whom nobody can keep away from. Told again, both are kept: rather one too many than the right one lost.
     */
    void know(UUID person, String name);
}

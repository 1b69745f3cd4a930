package org.troth.ledger;

import java.util.UUID;

/** The store's port to the key holder about deaths: cached keys are zeroised before anything more is opened. */
public interface KeyEvictions {

    /** Forgets every cached key of this owner. */
    void evict(UUID owner);

    /** Forgets every cached key; to be called when the head's destruction counter has moved. */
    void evictAll();
}

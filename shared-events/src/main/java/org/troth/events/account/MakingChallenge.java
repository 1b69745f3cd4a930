package org.troth.events.account;

import java.util.Optional;

/** The challenge with which the sitting of this request was asked to make a passkey: in memory, for minutes, answered once. */
public interface MakingChallenge {

    /** From now on it is this one, and none from before. */
    void keep(String challenge);

    /** Takes it away; empty when there is none, or none any more. */
    Optional<String> take();
}

package org.troth.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who of a policy has vouched for a checkpoint.
 *
 * @param log whether a log of the policy signed it under its own origin
 * @param cosigned the witnesses, by their names in the policy, whose cosignature is valid, and the latest time (seconds
 *     since 1970) that each says to have made it at
 * @param refused how many signatures named a key of the policy and were not made by it
 * @param quorum whether those witnesses are enough
 */
public record Endorsement(boolean log, Map<String, Long> cosigned, int refused, boolean quorum) {
    public Endorsement {
        cosigned = Collections.unmodifiableMap(new TreeMap<>(cosigned));
    }

    /** Whether the checkpoint may be believed: as signed-note asks, one false signature of a known key is one too many. */
    public boolean met() {
        return log && quorum && refused == 0;
    }
}

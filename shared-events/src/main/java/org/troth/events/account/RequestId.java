package org.troth.events.account;

import java.util.UUID;

/** Names one request from outside; random, shown to the caller and kept with what came of it. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

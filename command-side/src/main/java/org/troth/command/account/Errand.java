package org.troth.command.account;

import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.recording.Unit;

/**
 * Who asks, in which request, and with which idempotency key.
 *
 * @param route what is asked for, as a pattern without a value in it
 */
record Errand(Actor actor, RequestId request, @Nullable String key, String route) {

    Unit unit() {
        return new Unit(actor, request.value());
    }
}

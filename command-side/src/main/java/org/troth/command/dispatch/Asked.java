package org.troth.command.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/**
 * Who asks, with which request, and with which idempotency key if any: what every intention has beside its own fields.
 */
public record Asked(Actor actor, UUID request, @Nullable String key) {

    public static Asked by(Actor actor, RequestId request, @Nullable String key) {
        return new Asked(actor, request.value(), key);
    }
}

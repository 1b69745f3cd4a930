package org.troth.command.record;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Asked;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;

/** Who asks, in tests. */
public final class People {

    private People() {}

    public static Asked coordinator() {
        return asks(null, Role.COORDINATOR);
    }

    public static Asked participant(UUID person) {
        return asks(person, Role.PARTICIPANT);
    }

    public static Asked volunteer(UUID person) {
        return asks(person, Role.VOLUNTEER);
    }

    public static Asked asks(@Nullable UUID person, Role... roles) {
        return new Asked(
                new Actor(new AccountId(UUID.randomUUID()), Set.of(roles), person, 0), UUID.randomUUID(), null);
    }

    /** The same person with an idempotency key. */
    public static Asked withKey(Asked asked, String key) {
        return new Asked(asked.actor(), UUID.randomUUID(), key);
    }
}

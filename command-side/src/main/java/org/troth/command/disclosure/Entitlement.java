package org.troth.command.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Role;
import org.troth.events.disclosure.Ground;
import org.troth.events.recording.Precondition;

/**
 * Why one actor may look at one person's record.
 *
 * @param role the role of the actor that permits it
 * @param relation the match that is the ground, if one is
 * @param preconditions what must still hold when the look is recorded, where the ground can end
 */
record Entitlement(Role role, Ground ground, @Nullable UUID relation, List<Precondition> preconditions) {

    Entitlement {
        preconditions = List.copyOf(preconditions);
    }

    static Entitlement lasting(Role role, Ground ground) {
        return new Entitlement(role, ground, null, List.of());
    }
}

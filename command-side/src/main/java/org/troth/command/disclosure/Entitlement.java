package org.troth.command.disclosure;

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
 * @param precondition what must still hold when the look is recorded, if the ground can end
 */
record Entitlement(
        Role role,
        Ground ground,
        @Nullable UUID relation,
        @Nullable Precondition precondition) {

    static Entitlement lasting(Role role, Ground ground) {
        return new Entitlement(role, ground, null, null);
    }
}

package org.troth.command.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.account.Role;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.disclosure.Ground;
import org.troth.events.recording.Precondition;

/**
 * Why one actor may look at one person's record.
 *
 * @param role the role of the actor that permits it
 * @param relation the match that is the ground, if one is; the referral, where the ground is a consent
 * @param consent the consent that is the ground, if one is, with its stream as it was asked
 * @param preconditions what must still hold when the look is recorded, where the ground can end
 */
record Entitlement(
        Role role,
        Ground ground,
        @Nullable UUID relation,
        ConsentInForce.@Nullable Answer consent,
        List<Precondition> preconditions) {

    Entitlement {
        preconditions = List.copyOf(preconditions);
    }

    static Entitlement lasting(Role role, Ground ground) {
        return new Entitlement(role, ground, null, null, List.of());
    }

    static Entitlement byMatch(Role role, UUID match, List<Precondition> preconditions) {
        return new Entitlement(role, Ground.MATCH, match, null, preconditions);
    }

    /** The same, as long as these hold, too. */
    Entitlement provided(List<Precondition> more) {
        List<Precondition> all = new ArrayList<>(preconditions);
        all.addAll(more);
        return new Entitlement(role, ground, relation, consent, all);
    }

    @Nullable
    ConsentId consentId() {
        return consent == null ? null : consent.consent();
    }

    @Nullable
    Long consentSequence() {
        return consent == null ? null : consent.precondition().lastSequence();
    }
}

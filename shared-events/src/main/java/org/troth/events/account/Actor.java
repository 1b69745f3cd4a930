package org.troth.events.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;

/**
 * Who is acting now.
 *
 * @param account the account that signed in
 * @param roles the roles it holds now
 * @param person the participant or volunteer this account belongs to, if any
 * @param sequence the last sequence of the account's stream when this was answered; a later fact ends it
 */
public record Actor(
        AccountId account, Set<Role> roles, @Nullable UUID person, long sequence) {

    public Actor {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.AGENCY) && (roles.size() > 1 || person != null)) {
            throw new IllegalArgumentException("whoever acts for an agency has no account, and so nothing else");
        }
    }

    /** Background work of the product, named by a fixed identifier of the work. */
    public static Actor system(UUID work) {
        return new Actor(new AccountId(work), Set.of(Role.SYSTEM), null, -1);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}

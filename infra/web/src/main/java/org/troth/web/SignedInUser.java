package org.troth.web;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: random identifiers and roles only, never a name.
 *
 * @param account the account that signed in or whose token was shown
 * @param person the participant or volunteer this account belongs to, if it belongs to one
 * @param roles role words in capitals, such as {@code COORDINATOR}
 * @param stamp changes whenever the account's right to be here changes; asked again on every request
 */
public record SignedInUser(UUID account, @Nullable UUID person, Set<String> roles, String stamp) implements Principal {

    public SignedInUser {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The account's identifier. */
    @Override
    public String getName() {
        return account.toString();
    }

    @Override
    public String toString() {
        return "SignedInUser[" + account + "]";
    }
}

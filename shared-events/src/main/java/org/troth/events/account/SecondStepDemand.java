package org.troth.events.account;

import java.util.EnumSet;
import java.util.Set;

/**
 * Of whom this house demands a second step at sign-in.
 *
 * @param ofStaff whether those who work in the programme have to have one; everybody else may
 */
public record SecondStepDemand(boolean ofStaff) {

    private static final Set<Role> STAFF =
            Set.copyOf(EnumSet.of(Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.SECOND_CONTACT));

    /** Whether an account of these roles may not do without. */
    public boolean isOf(Set<Role> roles) {
        return ofStaff && roles.stream().anyMatch(STAFF::contains);
    }
}

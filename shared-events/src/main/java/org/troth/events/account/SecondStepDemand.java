package org.troth.events.account;

import java.util.Set;
import java.util.function.BooleanSupplier;

/** Of whom this house demands a second step at sign-in; everybody else may have one. */
@FunctionalInterface
public interface SecondStepDemand {

    /** Whether an account of these roles may not do without. */
    boolean isOf(Set<Role> roles);

    /** Of those who work in the programme, whenever this says so. */
    static SecondStepDemand ofStaff(BooleanSupplier demanded) {
        Set<Role> staff = Set.of(Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.SECOND_CONTACT);
        return roles -> demanded.getAsBoolean() && roles.stream().anyMatch(staff::contains);
    }
}

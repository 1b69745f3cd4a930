package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.ADMINISTRATOR;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.PERSON_INVITED;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.AccountEvent.RoleTaken;
import org.troth.events.account.Role;

class GivingRoleTest {

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void isDoneByAnother() {
        fixture.given(INVITED)
                .when(new GiveRole(ACCOUNT, Role.AUDITOR, ADMINISTRATOR))
                .expectEvents(new RoleGiven(ACCOUNT, Role.AUDITOR));
    }

    @Test
    void isRefusedToOneself() {
        fixture.given(INVITED, new RoleGiven(ACCOUNT, Role.ADMINISTRATOR))
                .when(new GiveRole(ACCOUNT, Role.COORDINATOR, ACCOUNT))
                .expectException(AccountRefused.class)
                .expectExceptionMessage("Nobody changes their own roles.");
    }

    /** Whoever acts for an agency has no account. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEM", "AGENCY"})
    void isNeverDoneWithARoleThatNoAccountHas(Role role) {
        fixture.given(INVITED)
                .when(new GiveRole(ACCOUNT, role, ADMINISTRATOR))
                .expectNoEvents()
                .expectException(AccountRefused.class);
        fixture.given(PERSON_INVITED)
                .when(new GiveRole(ACCOUNT, role, ADMINISTRATOR))
                .expectNoEvents()
                .expectException(AccountRefused.class);
    }

    @Test
    void recordsNothingTheSecondTime() {
        fixture.given(INVITED, new RoleGiven(ACCOUNT, Role.AUDITOR))
                .when(new GiveRole(ACCOUNT, Role.AUDITOR, ADMINISTRATOR))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void refusesAnAdministratorEveryRoleThatReads() {
        fixture.given(INVITED, new RoleGiven(ACCOUNT, Role.ADMINISTRATOR))
                .when(new GiveRole(ACCOUNT, Role.COORDINATOR, ADMINISTRATOR))
                .expectException(AccountRefused.class);
    }

    @Test
    void letsAnotherRoleInOnceTheFirstWasTaken() {
        fixture.given(INVITED, new RoleGiven(ACCOUNT, Role.ADMINISTRATOR), new RoleTaken(ACCOUNT, Role.ADMINISTRATOR))
                .when(new GiveRole(ACCOUNT, Role.COORDINATOR, ADMINISTRATOR))
                .expectEvents(new RoleGiven(ACCOUNT, Role.COORDINATOR));
    }

    @Test
    void needsAPersonForThePersonsRole() {
        fixture.given(INVITED)
                .when(new GiveRole(ACCOUNT, Role.VOLUNTEER, ADMINISTRATOR))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(PERSON_INVITED)
                .when(new GiveRole(ACCOUNT, Role.VOLUNTEER, ADMINISTRATOR))
                .expectEvents(new RoleGiven(ACCOUNT, Role.VOLUNTEER));
    }

    @Test
    void isRefusedOnceTheAccountHasLeft() {
        fixture.given(INVITED, new AccountLeft(ACCOUNT))
                .when(new GiveRole(ACCOUNT, Role.AUDITOR, ADMINISTRATOR))
                .expectException(AccountRefused.class);
    }

    @Test
    void isUndoneByTakingItAndNeverByOneself() {
        fixture.given(INVITED, new RoleGiven(ACCOUNT, Role.ADMINISTRATOR))
                .when(new TakeRole(ACCOUNT, Role.ADMINISTRATOR, ADMINISTRATOR))
                .expectEvents(new RoleTaken(ACCOUNT, Role.ADMINISTRATOR));
        Sample.fixture()
                .given(INVITED, new RoleGiven(ACCOUNT, Role.ADMINISTRATOR))
                .when(new TakeRole(ACCOUNT, Role.ADMINISTRATOR, ACCOUNT))
                .expectException(AccountRefused.class);
        Sample.fixture()
                .given(INVITED)
                .when(new TakeRole(ACCOUNT, Role.AUDITOR, ADMINISTRATOR))
                .expectNoEvents();
    }
}

package org.troth.command.account;

import static org.troth.command.account.Sample.ACCOUNT;
import static org.troth.command.account.Sample.INVITED;
import static org.troth.command.account.Sample.LATER;
import static org.troth.command.account.Sample.NAME;
import static org.troth.command.account.Sample.PERSON;
import static org.troth.command.account.Sample.PERSON_INVITED;

import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.Role;

class InvitingAccountTest {

    private final AggregateTestFixture<Account> fixture = Sample.fixture();

    @Test
    void saysNothingAboutWhy() {
        fixture.givenNoPriorActivity().when(invite(null)).expectEvents(INVITED);
    }

    @Test
    void givesTheRolesAfterwards() {
        fixture.givenNoPriorActivity()
                .when(invite(PERSON, Role.VOLUNTEER, Role.COORDINATOR))
                .expectEvents(
                        PERSON_INVITED,
                        new RoleGiven(ACCOUNT, Role.COORDINATOR),
                        new RoleGiven(ACCOUNT, Role.VOLUNTEER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "AUDITOR", "PARTICIPANT", "SECOND_CONTACT"})
    void refusesRolesThatStandAloneTogetherWithAnother(Role role) {
        fixture.givenNoPriorActivity()
                .when(invite(PERSON, role, Role.COORDINATOR))
                .expectException(AccountRefused.class)
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PARTICIPANT", "VOLUNTEER"})
    void refusesTheRoleOfAPersonWithoutOne(Role role) {
        fixture.givenNoPriorActivity().when(invite(null, role)).expectException(AccountRefused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEM", "AGENCY"})
    void neverGivesTheRoleOfTheProductItselfOrOfAnAgency(Role role) {
        fixture.givenNoPriorActivity().when(invite(null, role)).expectException(AccountRefused.class);
        fixture.givenNoPriorActivity().when(invite(UUID.randomUUID(), role)).expectException(AccountRefused.class);
        fixture.givenNoPriorActivity()
                .when(invite(null, Role.COORDINATOR, role))
                .expectException(AccountRefused.class);
    }

    private static InviteAccount invite(UUID person, Role... roles) {
        return new InviteAccount(ACCOUNT, NAME, person, Set.of(roles), LATER);
    }
}

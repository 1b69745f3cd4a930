package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.account.AccountHouse.errand;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.command.dispatch.Invalid;
import org.troth.events.AccountId;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.AccountEvent.RoleTaken;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;

/** Whoever keeps accounts never learns by it who asks for help (R8). */
class KeepingWhoAsksForHelpUnknownTest {

    private final AccountHouse house = new AccountHouse();
    private final Actor keeper = house.firstAdministrator();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isNotToldWhetherAPersonAsksForHelp() {
        UUID person = UUID.randomUUID();
        house.enrolled.add(person);
        Issued invited = house.administrators.invite(
                errand(keeper, "/accounts"), "somebody", person.toString(), List.of("PERSON"));
        AccountId account = new AccountId(UUID.fromString(invited.outcome().answer()));
        assertThat(house.house.record().facts(RoleGiven.class)).contains(new RoleGiven(account, Role.PARTICIPANT));

        for (String named : List.of("PARTICIPANT", "VOLUNTEER", "participant")) {
            assertThatThrownBy(() -> house.administrators.giveRole(errand(keeper, "/roles"), account, named))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> house.administrators.takeRole(errand(keeper, "/roles"), account, named))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> house.administrators.giveRole(errand(keeper, "/roles"), account, "COORDINATOR"))
                .isInstanceOf(AccountRefused.class)
                .hasMessageStartingWith("This is the account of a person of the programme.");

        house.administrators.takeRole(errand(keeper, "/roles"), account, "PERSON");
        assertThat(house.house.record().facts(RoleTaken.class))
                .containsExactly(new RoleTaken(account, Role.PARTICIPANT));
    }

    @ParameterizedTest
    @CsvSource({
        "PARTICIPANT,",
        "VOLUNTEER,",
        "PERSON,",
        "COORDINATOR,",
        "PARTICIPANT,COORDINATOR",
        "VOLUNTEER,COORDINATOR",
        "PERSON,COORDINATOR",
        "PERSON,AUDITOR"
    })
    void isAnsweredTheSameWhoeverThePersonIsThatAnAccountIsFor(String first, @Nullable String second) {
        UUID participant = UUID.randomUUID();
        UUID volunteer = UUID.randomUUID();
        house.enrolled.add(participant);
        house.registered.add(volunteer);
        List<@Nullable String> roles =
                Stream.of(first, second).filter(Objects::nonNull).toList();

        assertThat(refusalOf("one", participant, roles)).isEqualTo(refusalOf("two", volunteer, roles));
    }

    private String refusalOf(String name, UUID person, List<@Nullable String> roles) {
        try {
            house.administrators.invite(errand(keeper, "/accounts"), name, person.toString(), roles);
            return "none";
        } catch (AccountRefused refused) {
            return refused.rule();
        }
    }

    @Test
    void givesAPersonTheRoleThatIsTheirsHoweverItIsNamed() {
        UUID person = UUID.randomUUID();
        house.enrolled.add(person);
        house.administrators.invite(errand(keeper, "/accounts"), "one", person.toString(), List.of("VOLUNTEER"));
        assertThat(house.house.record().facts(RoleGiven.class))
                .extracting(RoleGiven::role)
                .endsWith(Role.PARTICIPANT)
                .doesNotContain(Role.VOLUNTEER);
    }

    @Test
    void refusesARoleOfAPersonWhereThereIsNone() {
        assertThatThrownBy(() ->
                        house.administrators.invite(errand(keeper, "/accounts"), "nobody", null, List.of("PERSON")))
                .isInstanceOf(AccountRefused.class);
    }
}

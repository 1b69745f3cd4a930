package org.troth.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.FactorEnrolled;
import org.troth.events.account.AccountEvent.FactorRemoved;
import org.troth.events.account.AccountEvent.PasskeyAdded;
import org.troth.events.account.AccountEvent.PasskeyRemoved;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ListingAccountsIT {

    private static House house;
    private static final UUID HELPED = UUID.randomUUID();
    private static final AccountId PARTICIPANTS = new AccountId(UUID.randomUUID());
    private static final AccountId VOLUNTEERS = new AccountId(UUID.randomUUID());

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 11).beginning();
        invited(story, PARTICIPANTS, "one.name", HELPED, Role.PARTICIPANT);
        invited(story, VOLUNTEERS, "two.name", UUID.randomUUID(), Role.VOLUNTEER, Role.COORDINATOR);
        secondSteps(story);
        house.live().caughtUp();
    }

    /** One with an app and then two passkeys, of which one went again; one with a passkey alone, which went too. */
    private static void secondSteps(Story story) {
        UUID volunteers = VOLUNTEERS.value();
        story.tell(new FactorEnrolled(
                VOLUNTEERS, factor(1), PretendWords.sealed(Words.ACCOUNT_FACTOR, volunteers, "a key")));
        story.tell(passkey(VOLUNTEERS, 2));
        story.tell(passkey(VOLUNTEERS, 3));
        story.tell(new PasskeyRemoved(VOLUNTEERS, factor(2)));
        story.tell(new FactorRemoved(VOLUNTEERS, factor(1)));
        story.tell(passkey(PARTICIPANTS, 4));
        story.tell(new PasskeyRemoved(PARTICIPANTS, factor(4)));
    }

    private static FactorId factor(int number) {
        return new FactorId(new UUID(31, number));
    }

    private static PasskeyAdded passkey(AccountId account, int number) {
        return new PasskeyAdded(
                account,
                factor(number),
                PasskeyPlace.PHONE,
                PretendWords.sealed(Words.ACCOUNT_PASSKEY, account.value(), "a passkey"));
    }

    private static void invited(Story story, AccountId account, String name, UUID person, Role... roles) {
        story.tell(new AccountInvited(
                account, PretendWords.sealed(Words.ACCOUNT_NAME, account.value(), name), person, story.now()));
        for (Role role : roles) {
            story.tell(new RoleGiven(account, role));
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void doesNotTellWhoKeepsAccountsThatSomebodyAsksForHelp() throws Exception {
        Pages pages = new Pages(house).as(Story.ADMINISTRATOR);
        for (String address : List.of(
                "/accounts",
                "/api/v1/accounts",
                "/accounts/" + PARTICIPANTS,
                "/accounts/" + VOLUNTEERS,
                "/api/v1/accounts/" + PARTICIPANTS,
                "/api/v1/accounts/" + VOLUNTEERS)) {
            assertThat(pages.get(address).getContentAsString())
                    .as(address)
                    .containsIgnoringCase("person")
                    .doesNotContainIgnoringCase("participant")
                    .doesNotContainIgnoringCase("volunteer")
                    .doesNotContain(HELPED.toString());
        }
    }

    @Test
    void saysWhereNobodyCanBeAskedPastTheCoordinator() throws Exception {
        // Those who are invited and have no password yet cannot be asked either.
        Pages pages = new Pages(house).as(Story.ADMINISTRATOR);
        assertThat(pages.words("/accounts")).contains("Nobody is second contact.");
        assertThat(pages.get("/api/v1/accounts").getContentAsString()).contains("\"secondContact\":false");
    }

    @Test
    void stillNamesTheRolesOfThoseWhoWorkInTheProgramme() throws Exception {
        Pages pages = new Pages(house).as(Story.ADMINISTRATOR);
        assertThat(pages.words("/accounts")).contains("one.name", "two.name", "Coordinator, person of the programme");
        assertThat(pages.get("/api/v1/accounts/" + VOLUNTEERS).getContentAsString())
                .contains("\"roles\":[\"COORDINATOR\",\"PERSON\"]");
    }

    @Test
    void showsThatAPasskeyIsASecondStepAndNothingMoreOfIt() throws Exception {
        Pages pages = new Pages(house).as(Story.ADMINISTRATOR);
        assertThat(pages.words("/accounts/" + VOLUNTEERS))
                .contains("It signs in with a second step since", "It has one passkey.", "Reset both with a new code")
                .doesNotContain("phone.");
        assertThat(pages.words("/accounts/" + PARTICIPANTS))
                .contains("It has no second step set up.")
                .doesNotContain("passkeys", "Reset both");
        assertThat(pages.get("/api/v1/accounts/" + VOLUNTEERS).getContentAsString())
                .contains("\"passkeys\":1", "\"factorSince\":\"")
                .doesNotContain(factor(3).toString(), "PHONE");
    }
}

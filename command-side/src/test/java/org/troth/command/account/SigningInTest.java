package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.command.account.AccountHouse.PASSWORD;
import static org.troth.command.account.AccountHouse.errand;
import static org.troth.command.account.AccountHouse.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;

class SigningInTest {

    private final AccountHouse house = new AccountHouse();
    private final Actor keeper = house.firstAdministrator();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void saysWhoSomebodyIs() {
        assertThat(keeper.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(house.signIn.stillStands(keeper)).isTrue();
    }

    @Test
    void takesEverySpellingOfAName() {
        for (String spelling : List.of("KEEPER", " keeper ", "Ｋｅｅｐｅｒ", "keeper\u00A0")) {
            assertThat(house.signIn.byPassword(spelling, PASSWORD)).as(spelling).isPresent();
            assertThat(house.signIn.tag(spelling)).isEqualTo(house.signIn.tag("keeper"));
        }
        assertThat(house.signIn.tag("keepers")).isNotEqualTo(house.signIn.tag("keeper"));
    }

    @Test
    void answersEveryFailureAlikeAndForOneHashEach() {
        Actor auditor = house.opened(keeper, "locked", "AUDITOR");
        house.administrators.lock(errand(keeper, "/accounts/{account}/lock"), auditor.account());
        house.administrators.invite(errand(keeper, "/accounts"), "invited", null, List.of());

        for (String[] attempt : new String[][] {
            {"nobody", PASSWORD},
            {"keeper", "something else entirely"},
            {"keeper", "x".repeat(100_000)},
            {"k".repeat(100_000), PASSWORD},
            {"", ""},
            {"locked", PASSWORD},
            {"invited", PASSWORD}
        }) {
            int before = house.passwords.hashes();
            assertThat(house.signIn.byPassword(attempt[0], attempt[1])).isEmpty();
            assertThat(house.passwords.hashes() - before).isEqualTo(1);
        }
    }

    @Test
    void endsWithEveryFactOnTheAccount() {
        Actor auditor = house.opened(keeper, "reader", "AUDITOR");
        assertThat(house.signIn.stillStands(auditor)).isTrue();

        house.administrators.giveRole(errand(keeper, "/accounts/{account}/roles"), auditor.account(), "auditor");
        assertThat(house.signIn.stillStands(auditor)).isTrue();

        house.administrators.takeRole(errand(keeper, "/accounts/{account}/roles"), auditor.account(), "auditor");
        assertThat(house.signIn.stillStands(auditor)).isFalse();
        assertThat(house.signedIn("reader").roles()).isEmpty();

        Actor again = house.signedIn("reader");
        house.administrators.reset(errand(keeper, "/accounts/{account}/reset"), auditor.account(), false);
        assertThat(house.signIn.stillStands(again)).isFalse();
        assertThat(house.signIn.byPassword("reader", PASSWORD)).isEmpty();
    }

    @Test
    void worksByTokenUntilItExpires() {
        String token = house.holders
                .issueToken(errand(keeper, "/accounts/{account}/tokens"), keeper.account(), "2")
                .secret();

        assertThat(house.signIn.byToken(token).map(Actor::account)).contains(keeper.account());
        assertThat(house.signIn.byToken(token + "x")).isEmpty();
        house.clock.forward(Duration.ofDays(2));
        assertThat(house.signIn.byToken(token)).isEmpty();
    }

    @Test
    void endsATokenWithItsRevocationAndWithTheAccount() {
        Actor auditor = house.opened(keeper, "reader", "AUDITOR");
        Issued one = house.holders.issueToken(errand(auditor, "/accounts/{account}/tokens"), auditor.account(), null);
        Issued two = house.holders.issueToken(errand(auditor, "/accounts/{account}/tokens"), auditor.account(), null);

        house.administrators.revoke(errand(keeper, "/revocation"), auditor.account(), one.token());
        assertThat(house.signIn.byToken(one.secret())).isEmpty();
        assertThat(house.signIn.byToken(two.secret())).isPresent();

        house.administrators.lock(errand(keeper, "/lock"), auditor.account());
        assertThat(house.signIn.byToken(two.secret())).isEmpty();
        house.administrators.unlock(errand(keeper, "/unlock"), auditor.account());
        assertThat(house.signIn.byToken(two.secret())).as("a token from before").isEmpty();

        Issued three = house.holders.issueToken(errand(auditor, "/accounts/{account}/tokens"), auditor.account(), null);
        assertThat(house.signIn.byToken(three.secret())).isPresent();
        house.administrators.leave(errand(keeper, "/leaving"), auditor.account());
        assertThat(house.signIn.byToken(three.secret())).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenByItsShape() {
        for (String text : List.of(
                "",
                "troth_",
                "troth_" + "0".repeat(32) + "_",
                "troth_" + "g".repeat(32) + "_x",
                "troth_" + "0".repeat(32) + "_" + "x".repeat(500),
                "x".repeat(60))) {
            assertThat(house.signIn.byToken(text)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void bringsATokenWithTheOpeningWhenAsked() {
        Issued invited =
                house.administrators.invite(errand(keeper, "/accounts"), "robot", null, List.of("COORDINATOR"));

        Issued opened = house.holders.open(
                request(),
                null,
                "/api/v1/accounts/opening",
                new HolderDesk.Opening("robot", invited.secret(), PASSWORD, true));

        assertThat(house.signIn.byToken(opened.secret()).orElseThrow().roles()).containsExactly(Role.COORDINATOR);
    }
}

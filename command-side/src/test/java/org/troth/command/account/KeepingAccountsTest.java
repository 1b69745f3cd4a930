package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.account.AccountHouse.PASSWORD;
import static org.troth.command.account.AccountHouse.errand;
import static org.troth.command.account.AccountHouse.request;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.events.AccountId;
import org.troth.events.ParticipantId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.AccountLocked;
import org.troth.events.account.AccountEvent.PasswordChosen;
import org.troth.events.account.AccountEvent.PasswordReset;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

class KeepingAccountsTest {

    private final AccountHouse house = new AccountHouse();
    private final Actor keeper = house.firstAdministrator();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void invitesTheFirstAdministratorOnce() {
        assertThat(house.first.invite("keeper")).isEmpty();
        assertThat(house.first.invite("another")).isEmpty();
        assertThat(house.house.record().facts(AccountInvited.class)).hasSize(1);
        assertThat(house.house.record().facts().get(0).metadata()).containsEntry("roles", "SYSTEM");
    }

    @Test
    void issuesTheFirstAdministratorAnotherCodeUntilOneWasUsed() {
        try (AccountHouse fresh = new AccountHouse()) {
            String lost = fresh.first.invite("keeper").orElseThrow();
            fresh.clock.forward(Duration.ofDays(30));
            String found = fresh.first.invite("keeper").orElseThrow();

            assertThatThrownBy(() -> fresh.open("keeper", lost)).isInstanceOf(AccountRefused.class);
            fresh.open("keeper", found);
            assertThat(fresh.signedIn("keeper").roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(fresh.first.invite("keeper")).isEmpty();
        }
    }

    @Test
    void isForAdministratorsAndEveryRefusalIsOnTheRecord() {
        Actor coordinator = house.opened(keeper, "worker", "COORDINATOR");
        int units = house.house.record().units();
        AccountId target = keeper.account();

        List<Runnable> attempts = List.of(
                () -> house.administrators.invite(errand(coordinator, "/a"), "x", null, List.of()),
                () -> house.administrators.giveRole(errand(coordinator, "/b"), target, "AUDITOR"),
                () -> house.administrators.takeRole(errand(coordinator, "/c"), target, "ADMINISTRATOR"),
                () -> house.administrators.lock(errand(coordinator, "/d"), target),
                () -> house.administrators.unlock(errand(coordinator, "/e"), target),
                () -> house.administrators.reset(errand(coordinator, "/f"), target, false),
                () -> house.administrators.leave(errand(coordinator, "/g"), target),
                () -> house.holders.issueToken(errand(coordinator, "/h"), target, null),
                () -> house.holders.changePassword(errand(coordinator, "/i"), target, PASSWORD, PASSWORD));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(attempt::run).isInstanceOf(NotOnRecord.class);
        }

        assertThat(house.gate.refusals)
                .containsExactly(
                        "administrators-only /a",
                        "administrators-only /b",
                        "administrators-only /c",
                        "administrators-only /d",
                        "administrators-only /e",
                        "administrators-only /f",
                        "administrators-only /g",
                        "holder-only /h",
                        "holder-only /i");
        assertThat(house.house.record().units()).isEqualTo(units);
    }

    @Test
    void givesANameToOneAccountAtATimeAndAgainAfterItLeft() {
        Actor worker = house.opened(keeper, "Worker", "COORDINATOR");
        assertThatThrownBy(() -> house.administrators.invite(errand(keeper, "/accounts"), "ｗｏｒｋｅｒ", null, List.of()))
                .isInstanceOf(AccountRefused.class)
                .hasMessage("Another account signs in with this name.");

        house.administrators.leave(errand(keeper, "/leaving"), worker.account());

        assertThat(house.gate.shown).containsExactly(worker.account());
        Actor successor = house.opened(keeper, "worker", "AUDITOR");
        assertThat(successor.account()).isNotEqualTo(worker.account());
        assertThat(successor.roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void givesNoNameThatCannotBeSeen() {
        assertThatThrownBy(
                        () -> house.administrators.invite(errand(keeper, "/accounts"), "\u200B\u2060", null, List.of()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(
                        () -> house.administrators.invite(errand(keeper, "/accounts"), "kee\u200Bper", null, List.of()))
                .isInstanceOf(AccountRefused.class);
    }

    @Test
    void givesAPersonOneAccountAtATime() {
        String person = UUID.randomUUID().toString();
        house.enrolled.add(UUID.fromString(person));
        AccountId first = AccountId.of(house.administrators
                .invite(errand(keeper, "/accounts"), "one", person, List.of("PARTICIPANT"))
                .outcome()
                .answer());
        assertThatThrownBy(() ->
                        house.administrators.invite(errand(keeper, "/accounts"), "two", person, List.of("PARTICIPANT")))
                .isInstanceOf(AccountRefused.class)
                .hasMessage("This person has an account already.");

        house.administrators.leave(errand(keeper, "/leaving"), first);
        house.administrators.invite(errand(keeper, "/accounts"), "two", person, List.of("PARTICIPANT"));
        assertThat(house.house.record().facts(RoleGiven.class)).hasSize(3);
    }

    @Test
    void givesAPersonsRoleOnlyToSomebodyOnTheRecord() {
        String stranger = UUID.randomUUID().toString();
        for (String role : List.of("PARTICIPANT", "VOLUNTEER")) {
            assertThatThrownBy(() ->
                            house.administrators.invite(errand(keeper, "/accounts"), "one", stranger, List.of(role)))
                    .isInstanceOf(AccountRefused.class);
        }
        AccountId account = AccountId.of(house.administrators
                .invite(errand(keeper, "/accounts"), "one", stranger, List.of())
                .outcome()
                .answer());
        assertThatThrownBy(() -> house.administrators.giveRole(errand(keeper, "/roles"), account, "person"))
                .isInstanceOf(AccountRefused.class);
        house.enrolled.add(UUID.fromString(stranger));
        house.administrators.giveRole(errand(keeper, "/roles"), account, "person");
    }

    @Test
    void showsASecretOnce() {
        String key = UUID.randomUUID().toString();
        Errand errand = new Errand(keeper, request(), key, "/accounts");
        Issued first = house.administrators.invite(errand, "worker", null, List.of());
        Issued second = house.administrators.invite(errand, "worker", null, List.of());

        assertThat(first.secret()).isNotNull();
        assertThat(second.secret()).isNull();
        assertThat(second.outcome().answer()).isEqualTo(first.outcome().answer());
        assertThat(house.house.record().facts(AccountInvited.class)).hasSize(2);
    }

    @Test
    void letsOnlyTheLastCodeOpenAnAccountAndOnlyOnce() {
        Issued lost = house.administrators.invite(errand(keeper, "/accounts"), "worker", null, List.of());
        AccountId account = AccountId.of(lost.outcome().answer());
        Issued last = house.administrators.reset(errand(keeper, "/reset"), account, false);

        assertThatThrownBy(() -> house.open("worker", lost.secret())).isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> house.open("keeper", last.secret())).isInstanceOf(AccountRefused.class);
        assertThatThrownBy(() -> house.open("nobody", last.secret())).isInstanceOf(AccountRefused.class);
        house.open("worker", " " + last.secret().toUpperCase(java.util.Locale.ROOT) + " ");
        assertThatThrownBy(() -> house.open("worker", last.secret())).isInstanceOf(AccountRefused.class);
        assertThat(house.house.record().facts(PasswordReset.class)).hasSize(1);
    }

    @Test
    void asksTheSameOfTheRecordForEveryCodeThatDoesNotFitAndSpendsNoHash() {
        house.administrators.invite(errand(keeper, "/accounts"), "worker", null, List.of());
        int hashes = house.passwords.hashes();
        for (String name : List.of("worker", "nobody", "keeper")) {
            int before = house.house.record().questions();
            assertThatThrownBy(() -> house.open(name, "wrong"))
                    .isInstanceOf(AccountRefused.class)
                    .hasMessageStartingWith("This name and code do not go together");
            assertThat(house.house.record().questions() - before).as(name).isEqualTo(3);
        }
        assertThat(house.passwords.hashes()).isEqualTo(hashes);
    }

    @Test
    void stopsGuessingOfCodesAndOfPasswords() {
        for (int times = 0; times < 10; times++) {
            assertThatThrownBy(() -> house.open("nobody", "wrong")).isInstanceOf(AccountRefused.class);
            assertThatThrownBy(() -> house.holders.changePassword(
                            errand(keeper, "/password"), keeper.account(), "wrong", "another good long one"))
                    .isInstanceOf(AccountRefused.class);
        }
        int hashes = house.passwords.hashes();
        assertThatThrownBy(() -> house.open("ＮＯＢＯＤＹ", "wrong")).isInstanceOf(TooManyRefusals.class);
        assertThatThrownBy(() -> house.holders.changePassword(
                        errand(keeper, "/password"), keeper.account(), PASSWORD, "another good long one"))
                .isInstanceOf(TooManyRefusals.class);
        assertThat(house.passwords.hashes()).isEqualTo(hashes);
    }

    @Test
    void lateCodesOpenNothing() {
        Issued invited = house.administrators.invite(errand(keeper, "/accounts"), "worker", null, List.of());
        house.clock.forward(Duration.ofDays(7));

        assertThatThrownBy(() -> house.open("worker", invited.secret())).isInstanceOf(AccountRefused.class);
    }

    @Test
    void leavesOneOfTwoAdministratorsWhoLockEachOther() {
        Actor other = house.opened(keeper, "second", "ADMINISTRATOR");

        house.administrators.lock(errand(keeper, "/lock"), other.account());
        assertThatThrownBy(() -> house.administrators.lock(errand(other, "/lock"), keeper.account()))
                .isInstanceOf(NotOnRecord.class);
        assertThat(house.house.record().facts(AccountLocked.class)).hasSize(1);
        assertThatThrownBy(() -> house.administrators.lock(errand(keeper, "/lock"), keeper.account()))
                .isInstanceOf(AccountRefused.class);
    }

    @Test
    void changesAPasswordForThoseWhoKnowTheOldOne() {
        Actor worker = house.opened(keeper, "worker with a long name", "COORDINATOR");
        assertThatThrownBy(() -> house.holders.changePassword(
                        errand(worker, "/password"), worker.account(), "not the old one", "another good long one"))
                .isInstanceOf(AccountRefused.class);
        assertThat(house.gate.refusals).containsExactly("current-password /password");
        assertThatThrownBy(() -> house.holders.changePassword(
                        errand(worker, "/password"), worker.account(), PASSWORD, "Worker with a long NAME"))
                .isInstanceOf(Invalid.class);

        house.holders.changePassword(errand(worker, "/password"), worker.account(), PASSWORD, "another good long one");

        assertThat(house.signIn.byPassword("worker with a long name", PASSWORD)).isEmpty();
        assertThat(house.signIn.byPassword("worker with a long name", "another good long one"))
                .isPresent();
        assertThat(house.signIn.stillStands(worker)).isFalse();
        assertThat(house.house.record().facts(PasswordChosen.class)).hasSize(3);
    }

    @Test
    void tellsNobodyThatAPasswordWasTakenWhichWasNot() {
        Actor worker = house.opened(keeper, "worker", "COORDINATOR");
        String key = UUID.randomUUID().toString();
        Errand errand = new Errand(worker, request(), key, "/password");
        Outcome first = house.holders.changePassword(errand, worker.account(), PASSWORD, "another good long one");

        assertThat(house.holders.changePassword(errand, worker.account(), PASSWORD, "another good long one"))
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        assertThatThrownBy(() ->
                        house.holders.changePassword(errand, worker.account(), PASSWORD, "quite another long one"))
                .isInstanceOf(KeyReused.class);
        assertThat(house.signIn.byPassword("worker", "another good long one")).isPresent();
    }

    @Test
    void opensAnAccountAgainByItsKeyOnlyWithTheSamePassword() {
        Issued invited = house.administrators.invite(errand(keeper, "/accounts"), "worker", null, List.of());
        String key = UUID.randomUUID().toString();
        HolderDesk.Opening typed = new HolderDesk.Opening("worker", invited.secret(), PASSWORD, false);
        Outcome first = house.holders.open(request(), key, "/opening", typed).outcome();

        assertThat(house.holders.open(request(), key, "/opening", typed).outcome())
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        HolderDesk.Opening other = new HolderDesk.Opening("worker", invited.secret(), "quite another long one", false);
        assertThatThrownBy(() -> house.holders.open(request(), key, "/opening", other))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThatThrownBy(() -> house.administrators.invite(
                        errand(keeper, "/accounts"), " ", "no id", List.of("KING", "SYSTEM", "agency")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Invalid.Fault::field)
                                .containsExactly("name", "person", "roles", "roles", "roles"));
        assertThatThrownBy(() -> house.holders.issueToken(errand(keeper, "/tokens"), keeper.account(), "91"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> house.administrators.lock(errand(keeper, "/lock"), new AccountId(UUID.randomUUID())))
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void takesTheIdentifierOfAnotherRecordForAnUnknownAccount() {
        UUID participant = UUID.randomUUID();
        house.house
                .record()
                .record(
                        new Unit(keeper, UUID.randomUUID()),
                        List.of(new NewFact(
                                "Participant",
                                participant.toString(),
                                0,
                                new EnquiryReceived(new ParticipantId(participant), "housing", "en", null))));
        AccountId account = new AccountId(participant);

        List<Runnable> attempts = List.of(
                () -> house.administrators.giveRole(errand(keeper, "/b"), account, "AUDITOR"),
                () -> house.administrators.takeRole(errand(keeper, "/c"), account, "AUDITOR"),
                () -> house.administrators.lock(errand(keeper, "/d"), account),
                () -> house.administrators.unlock(errand(keeper, "/e"), account),
                () -> house.administrators.reset(errand(keeper, "/f"), account, false),
                () -> house.administrators.leave(errand(keeper, "/g"), account));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(attempt::run).isInstanceOf(NotOnRecord.class);
        }
    }
}

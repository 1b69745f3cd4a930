package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.ConsentRenewal;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentRenewalAsked;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class RenewingConsentsTest {

    /** The clock begins on 21 November 2026; thirty days later is the last day. */
    private static final String LAST = "2026-12-21";

    private static final ConsentRenewal UNTIL_SPRING = new ConsentRenewal("2027-03-31");

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Consent.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedConsents consents = new RecordedConsents(record, new PretendGuardianship(), clock);
    private final ConsentDesk desk = new ConsentDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            new ConsentTexts(new MemoryDigests()),
            id -> Optional.of(new AgencyListing.Listing(id, "Harbour Advice", new Precondition(id.toString(), 0))),
            consents,
            new AskedConsents(MemoryRecord.plainTags(), record),
            clock);
    private final RenewalDesk renewals =
            new RenewalDesk(house.dispatch(), PermitsForTests.of(disclosing, record), desk, consents, clock);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final Asked themselves = People.participant(p.value());

    RenewingConsentsTest() {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "ar", null))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ConsentId asked(@Nullable String lastDay) {
        return ConsentId.of(desk.ask(
                        coordinator,
                        new ConsentQuestion(
                                p.toString(), "SUPPORT", null, List.of("IDENTITY", "CONTACT"), "en", lastDay))
                .answer());
    }

    private ConsentId given(@Nullable String lastDay) {
        ConsentId id = asked(lastDay);
        desk.understand(themselves, id, new UnderstandingCheck(List.of("a", "b", "a")));
        desk.give(themselves, id);
        return id;
    }

    private void refused(ConsentId id, ConsentRefused refusal) {
        assertThatThrownBy(() -> renewals.renew(coordinator, id, UNTIL_SPRING)).hasMessage(refusal.plain());
    }

    @Test
    void asksTheSameOnceMoreInTheirLanguageAndLeavesTheEarlierOneAsItIs() {
        ConsentId earlier = given(LAST);
        clock.forward(Duration.ofDays(20));
        int before = consents.facts(earlier).size();
        ConsentId anew =
                ConsentId.of(renewals.renew(coordinator, earlier, UNTIL_SPRING).answer());
        ConsentAsked question = record.facts(ConsentAsked.class).get(1);
        assertThat(question.consent()).isEqualTo(anew);
        assertThat(question.classes())
                .isEqualTo(record.facts(ConsentAsked.class).get(0).classes());
        assertThat(question.text().language()).isEqualTo("ar");
        assertThat(record.facts(ConsentRenewalAsked.class).get(0).renews()).isEqualTo(earlier);
        assertThat(consents.facts(earlier)).hasSize(before);
        assertThat(consents.history(earlier).state()).isEqualTo(ConsentHistory.State.GIVEN);
    }

    @Test
    void keepsTheBoundOfWhatIsPassedOnHoweverLongTheEarlierOneWas() {
        ConsentId earlier = new ConsentId(UUID.randomUUID());
        LocalDate last = LocalDate.parse("2029-01-10");
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(
                        new NewFact(
                                "Consent",
                                earlier.toString(),
                                0,
                                new ConsentAsked(
                                        earlier,
                                        p,
                                        Purpose.SHARING,
                                        Recipient.agency(new AgencyId(UUID.randomUUID())),
                                        Set.of(DataClass.IDENTITY),
                                        new ShownText("sharing", 1, "en", "ab"),
                                        last)),
                        new NewFact(
                                "Consent",
                                earlier.toString(),
                                1,
                                new ConsentGiven(earlier, p, HouseLaw.CONSENT_GIVING))));
        clock.forward(Duration.ofDays(775));
        LocalDate today = LocalDate.now(clock);
        assertThat(renewals.suggested(earlier)).isEqualTo(today.plusDays(365));
        assertThatThrownBy(() -> renewals.renew(
                        themselves,
                        earlier,
                        new ConsentRenewal(today.plusDays(366).toString())))
                .hasMessage(ConsentRefused.lastDayTooLate().plain());
        renewals.renew(
                themselves, earlier, new ConsentRenewal(today.plusDays(365).toString()));
        assertThat(record.facts(ConsentRenewalAsked.class)).hasSize(1);
    }

    @Test
    void isRenewedByNoSilenceAndByNobodyElse() {
        ConsentId earlier = given(LAST);
        clock.forward(Duration.ofDays(20));
        ConsentId anew =
                ConsentId.of(renewals.renew(themselves, earlier, UNTIL_SPRING).answer());
        clock.forward(Duration.ofDays(60));
        assertThat(consents.history(anew).state()).isEqualTo(ConsentHistory.State.ASKED);
        assertThat(record.facts(ConsentGiven.class)).hasSize(1);
        for (Asked other : List.of(People.volunteer(UUID.randomUUID()), People.participant(UUID.randomUUID()))) {
            assertThatThrownBy(() -> renewals.renew(other, earlier, UNTIL_SPRING))
                    .isInstanceOf(NotOnRecord.class);
        }
    }

    @Test
    void isAskedForInTheLastFourteenDaysOrAfterThemAndNotBefore() {
        ConsentId earlier = given(LAST);
        clock.forward(Duration.ofDays(15));
        refused(earlier, ConsentRefused.tooEarly());
        clock.forward(Duration.ofDays(1));
        renewals.renew(coordinator, earlier, UNTIL_SPRING);
        clock.forward(Duration.ofDays(40));
        renewals.renew(coordinator, earlier, UNTIL_SPRING);
        assertThat(record.facts(ConsentRenewalAsked.class)).hasSize(2);
    }

    @Test
    void asksForNothingAgainThatWasDeclinedOrTakenBackOrNeverEnds() {
        ConsentId open = asked("2026-11-25");
        ConsentId declined = asked("2026-11-25");
        desk.decline(themselves, declined);
        ConsentId taken = given("2026-11-25");
        desk.withdraw(themselves, taken);
        refused(open, ConsentRefused.notRenewable());
        refused(declined, ConsentRefused.notRenewable());
        refused(taken, ConsentRefused.notRenewable());
        refused(given(null), ConsentRefused.neverEnds());
        assertThat(record.facts(ConsentRenewalAsked.class)).isEmpty();
    }

    @Test
    void hasALastDayAgainThatLiesAhead() {
        ConsentId earlier = given("2026-11-25");
        assertThatThrownBy(() -> renewals.renew(coordinator, earlier, new ConsentRenewal(null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> renewals.renew(coordinator, earlier, new ConsentRenewal("2026-11-20")))
                .hasMessage(ConsentRefused.lastDayPassed().plain());
        assertThat(renewals.suggested(earlier)).isEqualTo("2026-11-25");
        clock.forward(Duration.ofDays(2));
        assertThat(renewals.suggested(earlier)).isEqualTo("2026-11-27");
    }
}

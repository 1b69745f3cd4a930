package org.troth.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.erasure.ErasureRequest.Forgetting;
import org.troth.command.erasure.ErasureRequest.Mistake;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;

class AskingToBeForgottenTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-31T09:00:00Z"), ZoneOffset.UTC);
    private static final Forgetting OWN = new Forgetting(null, null, null);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final Asked asP = People.participant(p.value());
    private final Asked asV = People.volunteer(v.value());
    private final ErasureDesk desk =
            new ErasureDesk(house.dispatch(), PermitsForTests.of(disclosing, record), record, CLOCK);

    private final MistakeDesk mistakes =
            new MistakeDesk(house.dispatch(), PermitsForTests.of(disclosing, record), record);

    @BeforeEach
    void begin() {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(
                        new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null)),
                        new NewFact(
                                "Volunteer",
                                v.toString(),
                                0,
                                new VolunteerQualifiedUntil(
                                        v, LocalDate.parse("2027-06-01"), HouseLaw.VOLUNTEER_QUALIFICATION))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<ErasureRequested> requests() {
        return record.facts(ErasureRequested.class);
    }

    @Test
    void isAnsweredWithinAMonthAlsoWhereTheMonthIsShort() {
        UUID erasure = UUID.fromString(desk.ask(asP, OWN).answer());
        assertThat(requests())
                .containsExactly(new ErasureRequested(
                        p.value(),
                        Side.PARTICIPANT,
                        erasure,
                        LocalDate.parse("2027-01-31"),
                        LocalDate.parse("2027-02-28"),
                        HouseLaw.ERASURE_ASKING));
    }

    @Test
    void isTheRightOfVolunteersToo() {
        desk.ask(asV, OWN);
        assertThat(requests()).singleElement().satisfies(asked -> {
            assertThat(asked.person()).isEqualTo(v.value());
            assertThat(asked.side()).isEqualTo(Side.VOLUNTEER);
        });
    }

    @Test
    void keepsTheFirstDayHoweverOftenItIsAsked() {
        Outcome first = desk.ask(asP, OWN);
        assertThat(desk.ask(asP, OWN).answer()).isEqualTo(first.answer());
        assertThat(desk.ask(coordinator, new Forgetting(p.toString(), null, null))
                        .answer())
                .isEqualTo(first.answer());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void isAnsweredWithinAMonthOfTheDayOnWhichACoordinatorWasTold() {
        for (String wrong : List.of("2027-02-01", "2026-01-30", "soon")) {
            assertThatThrownBy(() -> desk.ask(coordinator, new Forgetting(p.toString(), null, wrong)))
                    .isInstanceOf(Invalid.class);
        }
        desk.ask(coordinator, new Forgetting(p.toString(), null, "2027-01-09"));
        desk.ask(asV, new Forgetting(null, null, "2027-01-09"));
        assertThat(requests())
                .extracting(ErasureRequested::askedOn, ErasureRequested::answerBy)
                .containsExactly(
                        tuple(LocalDate.parse("2027-01-09"), LocalDate.parse("2027-02-09")),
                        tuple(LocalDate.parse("2027-01-31"), LocalDate.parse("2027-02-28")));
    }

    @Test
    void isTakenBackByThemselvesAloneAndCanBeAskedAgain() {
        UUID erasure = UUID.fromString(
                desk.ask(coordinator, new Forgetting(p.toString(), null, null)).answer());
        for (Asked other : List.of(coordinator, asV, People.participant(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.takeBack(other, erasure)).isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts(ErasureRequestTakenBack.class)).isEmpty();

        desk.takeBack(asP, erasure);
        desk.takeBack(asP, erasure);
        assertThat(record.facts(ErasureRequestTakenBack.class)).hasSize(1);

        UUID again = UUID.fromString(desk.ask(asP, OWN).answer());
        assertThat(again).isNotEqualTo(erasure);
        desk.takeBack(asP, erasure);
        assertThat(record.facts(ErasureRequestTakenBack.class))
                .as("a page of before takes nothing back that was asked since")
                .hasSize(1);
        assertThat(requests()).hasSize(2);
    }

    private UUID noted() {
        return UUID.fromString(
                desk.ask(coordinator, new Forgetting(p.toString(), null, null)).answer());
    }

    private Mistake mistake(String reason) {
        return new Mistake(p.toString(), null, reason);
    }

    @Test
    void isTakenAwayByAnotherCoordinatorWhereItWasNotedByMistake() {
        UUID erasure = noted();
        Asked colleague = People.coordinator();
        assertThatThrownBy(() -> mistakes.takeAway(colleague, erasure, mistake("whatever")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> mistakes.takeAway(coordinator, erasure, mistake("nobody-asked")))
                .as("by whoever noted it")
                .hasMessage(ErasureRefused.ownNote().plain());
        for (Asked other : List.of(asP, asV, People.asks(null, Role.AUDITOR), People.asks(null, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> mistakes.takeAway(other, erasure, mistake("nobody-asked")))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> mistakes.takeAway(colleague, UUID.randomUUID(), mistake("nobody-asked")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> mistakes.takeAway(colleague, erasure, new Mistake(null, v.toString(), "nobody-asked")))
                .as("it is no request of the volunteer")
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(ErasureNotedByMistake.class)).isEmpty();

        mistakes.takeAway(colleague, erasure, mistake("nobody-asked"));
        mistakes.takeAway(colleague, erasure, mistake("nobody-asked"));
        assertThat(record.facts(ErasureNotedByMistake.class))
                .containsExactly(new ErasureNotedByMistake(
                        p.value(), Side.PARTICIPANT, erasure, "nobody-asked", HouseLaw.ERASURE_MISTAKE));
        assertThat(desk.ask(asP, OWN).answer()).as("asked anew").isNotEqualTo(erasure.toString());
    }

    @Test
    void isNeverTakenAwayFromWhoeverAskedThemselvesAlsoAfterItWasNoted() {
        UUID own = UUID.fromString(desk.ask(asP, OWN).answer());
        assertThatThrownBy(() -> mistakes.takeAway(People.coordinator(), own, mistake("nobody-asked")))
                .hasMessage(ErasureRefused.askedThemselves().plain());
        desk.takeBack(asP, own);

        UUID erasure = noted();
        assertThat(desk.ask(asP, OWN).answer()).isEqualTo(erasure.toString());
        desk.ask(asP, OWN);
        assertThat(requests())
                .as("that they ask it themselves is on the record, once")
                .hasSize(3);
        assertThat(requests().get(2).answerBy()).isEqualTo(requests().get(1).answerBy());
        assertThatThrownBy(() -> mistakes.takeAway(People.coordinator(), erasure, mistake("nobody-asked")))
                .hasMessage(ErasureRefused.askedThemselves().plain());
        assertThat(record.facts(ErasureNotedByMistake.class)).isEmpty();
    }

    @Test
    void isTheirsAlsoWhereAVolunteerWhoAsksIsACoordinator() {
        Asked both = People.asks(v.value(), Role.VOLUNTEER, Role.COORDINATOR);
        UUID own = UUID.fromString(desk.ask(both, OWN).answer());
        desk.ask(both, OWN);
        assertThat(requests()).as("asked again, nothing is added").hasSize(1);
        assertThatThrownBy(() ->
                        mistakes.takeAway(People.coordinator(), own, new Mistake(null, v.toString(), "nobody-asked")))
                .hasMessage(ErasureRefused.askedThemselves().plain());

        UUID noted = UUID.fromString(
                desk.ask(both, new Forgetting(p.toString(), null, null)).answer());
        mistakes.takeAway(People.coordinator(), noted, mistake("nobody-asked"));
        assertThat(record.facts(ErasureNotedByMistake.class)).hasSize(1);
    }

    @Test
    void isShownToACoordinatorAloneBeforeItIsTakenAway() {
        assertThat(mistakes.open(coordinator, PurposeOfUse.COC, mistake("")).waiting())
                .isNull();
        UUID erasure = noted();
        assertThat(mistakes.open(coordinator, PurposeOfUse.COC, mistake("")).waiting())
                .isEqualTo(erasure);
        assertThat(disclosing.looks()).hasSize(2);
        assertThatThrownBy(() -> mistakes.open(asP, PurposeOfUse.COC, mistake("")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> mistakes.open(coordinator, PurposeOfUse.COC, new Mistake(null, null, null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void isAskedForNobodyElse() {
        Asked stranger = People.participant(UUID.randomUUID());
        Asked auditor = People.asks(null, Role.AUDITOR);
        for (Asked other : List.of(stranger, asV, auditor, People.asks(null, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> desk.ask(other, new Forgetting(p.toString(), null, null)))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.ask(auditor, OWN)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.ask(coordinator, OWN)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() ->
                        desk.ask(coordinator, new Forgetting(UUID.randomUUID().toString(), null, null)))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.ask(coordinator, new Forgetting(v.toString(), null, null)))
                .as("a volunteer is no participant")
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.ask(coordinator, new Forgetting(p.toString(), v.toString(), null)))
                .isInstanceOf(Invalid.class);
        assertThat(requests()).isEmpty();
    }
}

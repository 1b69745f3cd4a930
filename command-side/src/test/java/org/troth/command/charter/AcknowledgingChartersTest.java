package org.troth.command.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.charter.CharterRequest.CharterReading;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.AcknowledgementId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.account.Role;
import org.troth.events.charter.CharterEvent.CharterAcknowledged;
import org.troth.events.charter.CharterEvent.ShownCharter;
import org.troth.events.disclosure.PurposeOfUse;

class AcknowledgingChartersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String ROUTE = "GET /charter";

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Acknowledgement.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final Charters charters = new Charters(new MemoryDigests());
    private final RecordedAcknowledgements acknowledgements =
            new RecordedAcknowledgements(charters, MemoryRecord.plainTags(), record);
    private final CharterDesk desk =
            new CharterDesk(house.dispatch(), PermitsForTests.of(disclosing, record), charters, acknowledgements);
    private final UUID p = UUID.randomUUID();
    private final UUID v = UUID.randomUUID();

    @AfterEach
    void close() {
        house.close();
    }

    private CharterReading reading(String language) {
        return new CharterReading(Integer.toString(charters.version()), language);
    }

    @Test
    void putsOnTheRecordWhoReadExactlyWhichTextAndUnderWhichRule() {
        desk.acknowledge(People.participant(p), reading("ar"));
        desk.acknowledge(People.volunteer(v), reading("en"));

        assertThat(record.facts(CharterAcknowledged.class))
                .extracting(CharterAcknowledged::by, CharterAcknowledged::person, CharterAcknowledged::charter)
                .containsExactly(
                        tuple(Side.PARTICIPANT, p, charters.newest("ar").shown()),
                        tuple(Side.VOLUNTEER, v, charters.newest("en").shown()));
        assertThat(record.facts(CharterAcknowledged.class))
                .extracting(CharterAcknowledged::law)
                .containsOnly(HouseLaw.CHARTER_ACKNOWLEDGEMENT);
        assertThat(acknowledgements.acknowledged(p)).isTrue();
        assertThat(acknowledgements.acknowledged(v)).isTrue();
        assertThat(acknowledgements.acknowledged(UUID.randomUUID())).isFalse();
    }

    @Test
    void isSaidOnceOfEachVersionWhateverTheLanguage() {
        Asked asks = People.withKey(People.volunteer(v), UUID.randomUUID().toString());
        Outcome first = desk.acknowledge(asks, reading("en"));
        assertThat(desk.acknowledge(asks, reading("en")))
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        assertThatThrownBy(() -> desk.acknowledge(People.volunteer(v), reading("ar")))
                .hasMessage(CharterRefused.alreadyAcknowledged().plain());
        assertThat(record.facts(CharterAcknowledged.class)).hasSize(1);
    }

    @Test
    void isSaidByNobodyForAnother() {
        for (Asked other : List.of(
                People.coordinator(), People.asks(null, Role.AUDITOR), People.asks(null, Role.SECOND_CONTACT))) {
            assertThatThrownBy(() -> desk.acknowledge(other, reading("en"))).isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts()).isEmpty();
        assertThat(disclosing.refusals()).hasSize(3);
    }

    @Test
    void needsAVersionThatIsPublishedAndWasShown() {
        for (CharterReading said : List.of(
                new CharterReading(null, null),
                new CharterReading("0", "en"),
                new CharterReading("1", "tlh"),
                new CharterReading("999", "en"))) {
            assertThatThrownBy(() -> desk.acknowledge(People.participant(p), said))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(record.facts()).isEmpty();
    }

    @Test
    void isAskedAnewOfANewVersion() {
        AggregateTestFixture<Acknowledgement> fixture = new AggregateTestFixture<>(Acknowledgement.class);
        AcknowledgementId id = new AcknowledgementId(UUID.randomUUID());
        ShownCharter first = new ShownCharter("volunteer", 1, "en", "ab");
        fixture.givenNoPriorActivity()
                .when(new AcknowledgeCharter(id, Side.PARTICIPANT, p, first, 2))
                .expectNoEvents()
                .expectException(CharterRefused.class)
                .expectExceptionMessage(CharterRefused.newerVersion().plain());
        ShownCharter second = new ShownCharter("volunteer", 2, "en", "cd");
        fixture.givenNoPriorActivity()
                .when(new AcknowledgeCharter(id, Side.PARTICIPANT, p, second, 2))
                .expectEvents(
                        new CharterAcknowledged(id, Side.PARTICIPANT, p, second, HouseLaw.CHARTER_ACKNOWLEDGEMENT));
    }

    @Test
    void isShownToBothAndToCoordinatorsAndSaysToEachWhetherTheyHaveReadIt() {
        assertThat(desk.open(People.participant(p), PurposeOfUse.PATRQT, ROUTE, null)
                        .acknowledged())
                .isFalse();
        desk.acknowledge(People.participant(p), reading("en"));
        CharterDesk.Opened opened = desk.open(People.participant(p), PurposeOfUse.PATRQT, ROUTE, "ar");
        assertThat(opened.acknowledged()).isTrue();
        assertThat(opened.own()).isTrue();
        assertThat(opened.text()).isEqualTo(charters.newest("ar"));
        assertThat(disclosing.looks()).hasSize(2);

        assertThat(desk.open(People.coordinator(), PurposeOfUse.COC, ROUTE, null)
                        .own())
                .isFalse();
        assertThat(disclosing.looks()).hasSize(2);
        assertThatThrownBy(() -> desk.open(People.asks(null, Role.ADMINISTRATOR), PurposeOfUse.HSYSADMIN, ROUTE, null))
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void countsWhatAParticipantReadUnderEitherOfTheirRecords() {
        UUID before = UUID.randomUUID();
        desk.acknowledge(People.participant(before), reading("en"));
        JoinedRecords joined = new JoinedRecords(record, new ParticipantId(before), new ParticipantId(p));
        assertThat(acknowledgements.acknowledgedByParticipant(p)).isTrue();
        joined.part();
        assertThat(acknowledgements.acknowledgedByParticipant(p)).isFalse();
    }
}

package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.consent.ConsentReceipt.Event;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuingReceiptsTest {

    private static final String ROUTE = "GET /consents/{id}/receipt";

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Consent.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final AgencyListing agencies =
            id -> Optional.of(new AgencyListing.Listing(id, "Harbour Advice", new Precondition(id.toString(), 0)));
    private final RecordedConsents consents = new RecordedConsents(record, new PretendGuardianship(), clock);
    private final ConsentDesk desk = new ConsentDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            new ConsentTexts(new MemoryDigests()),
            agencies,
            consents,
            new AskedConsents(MemoryRecord.plainTags(), record),
            clock);
    private final ReceiptDesk receipts = new ReceiptDesk(desk, consents, clock);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final Asked themselves = People.participant(p.value());

    IssuingReceiptsTest() {
        to("2026-03-01T09:00:00Z");
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void to(String moment) {
        clock.forward(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private ConsentId asked() {
        return ConsentId.of(desk.ask(
                        coordinator,
                        new ConsentQuestion(
                                p.toString(),
                                "SHARING",
                                agency.toString(),
                                List.of("CONTACT", "IDENTITY"),
                                "en",
                                "2026-03-31"))
                .answer());
    }

    private ConsentId given() {
        ConsentId id = asked();
        desk.understand(themselves, id, new UnderstandingCheck(List.of("b", "a", "a")));
        desk.give(themselves, id);
        return id;
    }

    private ConsentReceipt receipt(ConsentId id) {
        return receipts.receipt(themselves, PurposeOfUse.PATRQT, ROUTE, id).receipt();
    }

    private boolean inForce(ConsentId id, String moment) {
        return receipts.standing(id, receipts.moment(moment)).inForce();
    }

    @Test
    void saysWhatWasShownForWhatAndForWhomAndEverythingThatHappenedWithItsPosition() {
        ConsentId id = given();
        to("2026-03-20T10:00:00Z");
        desk.withdraw(coordinator, id);
        ConsentReceipt receipt = receipt(id);
        assertThat(receipt.receiptId()).isEqualTo(id.toString());
        assertThat(receipt.eventState()).isEqualTo("withdrawn");
        ConsentReceipt.Processing processing = receipt.piiProcessing().get(0);
        assertThat(processing.privacyNotice().sha256())
                .isEqualTo(desk.open(themselves, PurposeOfUse.PATRQT, ROUTE, id)
                        .text()
                        .sha256());
        assertThat(processing.purposeType()).isEqualTo("SHARING");
        assertThat(processing.recipientThirdParties()).containsExactly(agency.toString());
        assertThat(processing.piiInformation())
                .extracting(ConsentReceipt.Information::piiType)
                .containsExactlyInAnyOrder("IDENTITY", "CONTACT");
        assertThat(processing.readingLevel()).startsWith("flesch-kincaid-grade ");
        assertThat(receipt.partyIdentification())
                .extracting(ConsentReceipt.Party::partyName)
                .containsExactly("The programme", "Harbour Advice");
        assertThat(receipt.event())
                .extracting(Event::eventType)
                .containsExactly("asked", "understood", "given", "withdrawn");
        assertThat(receipt.event())
                .extracting(Event::eventState)
                .containsExactly("requested", "requested", "given", "withdrawn");
        assertThat(receipt.event())
                .extracting(Event::entityId)
                .containsExactly("programme", p.toString(), p.toString(), "programme");
        assertThat(receipt.event()).extracting(Event::position).isSorted().doesNotHaveDuplicates();
        assertThat(receipt.event().get(2).validityDuration()).isEqualTo("P31D");
        assertThat(receipt.event().get(2).law()).isEqualTo("troth-base 1 consent-5");
    }

    @Test
    void hasTheFieldNamesOfItsStandard() {
        ConsentId id = given();
        JsonNode json = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(receipt(id)));
        assertThat(json.propertyNames())
                .contains(
                        "schema_version",
                        "receipt_id",
                        "record_id",
                        "pii_principal_id",
                        "pii_processing",
                        "party_identification",
                        "event");
        assertThat(json.path("pii_processing").path(0).propertyNames())
                .contains(
                        "privacy_notice",
                        "language",
                        "purpose",
                        "lawful_basis",
                        "pii_information",
                        "pii_controllers",
                        "recipient_third_parties",
                        "withdrawal_method",
                        "privacy_rights");
        assertThat(json.path("event").path(0).propertyNames())
                .contains("event_time", "entity_id", "event_type", "event_state");
    }

    @Test
    void isIssuedForANoAsWellAsForAYesButForNothingThatIsStillOpen() {
        ConsentId id = asked();
        assertThatThrownBy(() -> receipt(id))
                .hasMessage(ConsentRefused.notAnswered().plain());
        desk.decline(themselves, id);
        assertThat(receipt(id).eventState()).isEqualTo("refused");
        assertThat(receipt(id).piiProcessing().get(0).understandingCheck()).isNull();
    }

    @Test
    void isForThePersonAndForACoordinatorAndForNobodyElseAndEveryLookIsOnTheRecord() {
        ConsentId id = given();
        int before = disclosing.looks().size();
        receipt(id);
        receipts.receipt(coordinator, PurposeOfUse.COC, ROUTE, id);
        assertThat(disclosing.looks()).hasSize(before + 2);
        for (Asked other : List.of(People.participant(UUID.randomUUID()), People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> receipts.receipt(other, PurposeOfUse.PATRQT, ROUTE, id))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> receipts.standing(other, PurposeOfUse.PATRQT, ROUTE, id, "2026-03-01"))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.looks()).hasSize(before + 2);
    }

    @Test
    void answersForAnyPastMomentAsTheRecordStoodThenWhateverCameLater() {
        ConsentId id = given();
        to("2026-03-20T10:00:00Z");
        desk.withdraw(themselves, id);
        to("2026-05-01T10:00:00Z");
        assertThat(receipts.standing(id, receipts.moment("2026-02-28")).state()).isEqualTo("NOT_ASKED");
        assertThat(inForce(id, "2026-03-01")).isTrue();
        assertThat(inForce(id, "2026-03-15")).isTrue();
        assertThat(inForce(id, "2026-03-20T09:59:59Z")).isTrue();
        assertThat(inForce(id, "2026-03-20T10:00:00Z")).isFalse();
        assertThat(inForce(id, "2026-03-21")).isFalse();
    }

    @Test
    void endsWithItsLastDayWhetherThatWasNotedOrNot() {
        ConsentId id = given();
        to("2026-05-01T10:00:00Z");
        assertThat(inForce(id, "2026-03-31")).isTrue();
        assertThat(inForce(id, "2026-04-01")).isFalse();
        assertThat(receipts.standing(id, receipts.moment("2026-04-01")).state()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-02-30",
                "2026-03-02",
                "2026-03-02T00:00:00Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void refusesWhatIsNoMomentAndWhatIsStillToCome(String moment) {
        assertThatThrownBy(() -> receipts.moment(moment)).isInstanceOf(Invalid.class);
    }
}

package org.troth.command.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.directory.ReadingDirectoriesTest.SERVICE;
import static org.troth.command.directory.ReadingDirectoriesTest.organisation;
import static org.troth.command.directory.ReadingDirectoriesTest.sent;
import static org.troth.command.directory.ReadingDirectoriesTest.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.events.recording.Precondition;

class ImportingDirectoriesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final DirectoryDesk desk = new DirectoryDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            record,
            MemoryRecord.plainTags(),
            new MemoryDigests());
    private final Asked coordinator = People.coordinator();

    @AfterEach
    void close() {
        house.close();
    }

    private DirectoryReport take(String json) {
        return desk.take(coordinator, List.of(sent("file.json", json)));
    }

    private static void counts(DirectoryReport report, int added, int changed, int unchanged) {
        assertThat(List.of(report.added(), report.changed(), report.unchanged()))
                .containsExactly(added, changed, unchanged);
    }

    @Test
    void recordsAFileInOneGoAndSaysWhatItCameTo() {
        DirectoryReport report = take("[" + organisation("") + "," + service("") + "]");

        counts(report, 2, 0, 0);
        assertThat(record.units()).isEqualTo(1);
        assertThat(record.facts(DirectoryImported.class)).hasSize(1);
        ServiceListed listed = record.facts(ServiceListed.class).get(0);
        assertThat(listed.agency())
                .isEqualTo(record.facts(AgencyListed.class).get(0).agency());
        assertThat(listed.published()).isEqualTo(SERVICE);
        assertThat(listed.service().toString()).isNotEqualTo(SERVICE);
        assertThat(desk.report(coordinator, UUID.fromString(report.id())).added())
                .isEqualTo(2);
    }

    @Test
    void leadsAPublishedIdentifierToTheSameStreamAgain() {
        take("[" + organisation("") + "," + service("") + "]");
        counts(take("[" + organisation("") + "," + service("") + "]"), 0, 0, 2);
        counts(take(service(", \"email\": \"desk@example.org\"")), 0, 1, 0);

        assertThat(record.facts(ServiceListed.class))
                .hasSize(2)
                .extracting(ServiceListed::service)
                .containsOnly(record.facts(ServiceListed.class).get(0).service());
    }

    @Test
    void doesNotReplaceAnOrganisationByItsAbridgedFormInsideAService() {
        take(organisation(", \"email\": \"a@example.org\""));
        String inside = """
                {"id": "%s", "name": "Tenancy desk", "status": "active", "organization": {"id": "%s", "name": "Harbour"}}""".formatted(SERVICE, ReadingDirectoriesTest.ORGANISATION);
        counts(take(inside), 1, 0, 1);
        assertThat(record.facts(AgencyListed.class)).hasSize(1);
    }

    @Test
    void importsNothingOfAFileWithOneFault() {
        assertThatThrownBy(() -> take("[" + organisation("") + ",{\"id\": \"x\", \"status\": \"active\"}]"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> take(service("")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults().get(0).rule()).isEqualTo("unknown"));
        assertThat(record.facts()).isEmpty();
    }

    @Test
    void answersARepetitionWithTheSameReport() {
        Asked keyed = People.withKey(coordinator, UUID.randomUUID().toString());
        DirectoryReport first = desk.take(keyed, List.of(sent("a.json", organisation(""))));
        assertThat(desk.take(keyed, List.of(sent("a.json", organisation(""))))).isEqualTo(first);
        assertThat(record.facts(DirectoryImported.class)).hasSize(1);
    }

    @Test
    void takesTheSameBytesUnderAnotherNameForAnotherRequest() {
        Asked keyed = People.withKey(coordinator, UUID.randomUUID().toString());
        String row = "id,name,description\n%s,Harbour,Advice\n".formatted(ReadingDirectoriesTest.ORGANISATION);
        desk.take(keyed, List.of(sent("organizations.csv", row)));
        assertThatThrownBy(() -> desk.take(keyed, List.of(sent("organizations.csv", row), sent("notes.csv", row))))
                .isInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> desk.take(keyed, List.of(sent("full/organizations.csv", row))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void answersStrongQuestionsFromTheStreams() {
        take("[" + organisation("") + "," + service("") + "]");
        ServiceListed listed = record.facts(ServiceListed.class).get(0);
        RecordedListings.Services services = new RecordedListings.Services(record);
        assertThat(services.of(listed.service())).get().satisfies(each -> {
            assertThat(each.active()).isTrue();
            assertThat(each.precondition().lastSequence()).isZero();
        });
        take(service("").replace("active", "temporarily closed"));
        assertThat(services.of(listed.service())).get().satisfies(each -> {
            assertThat(each.active()).isFalse();
            assertThat(each.precondition().lastSequence()).isEqualTo(1);
        });
        assertThat(new RecordedListings.Agencies(record).of(listed.agency()))
                .get()
                .satisfies(each -> assertThat(each.name()).isEqualTo("Harbour Advice"));
    }

    @Test
    void saysWhereAnAgencyHearsOfUs() {
        take("[" + organisation("") + "," + service("") + "]");
        ServiceListed listed = record.facts(ServiceListed.class).get(0);
        RecordedListings.Mail mail = new RecordedListings.Mail(record);
        assertThat(mail.of(listed.agency(), listed.service()).address()).isNull();
        take(organisation(", \"email\": \"desk@harbour.example.org\""));
        assertThat(mail.of(listed.agency(), listed.service())).satisfies(answer -> {
            assertThat(answer.address()).isEqualTo("desk@harbour.example.org");
            assertThat(answer.precondition())
                    .isEqualTo(new Precondition(listed.agency().toString(), 1));
            assertThat(answer.beside())
                    .containsExactly(new Precondition(listed.service().toString(), 0));
        });
        take(service(", \"email\": \"tenancy@harbour.example.org\""));
        assertThat(mail.of(listed.agency(), listed.service()).address()).isEqualTo("tenancy@harbour.example.org");
        assertThat(mail.of(new AgencyId(UUID.randomUUID()), listed.service()).address())
                .as("of an agency whose service it is not, or is no more")
                .isNull();
        take(service(""));
        assertThat(mail.of(listed.agency(), listed.service()).address())
                .as("the service publishes none any more")
                .isEqualTo("desk@harbour.example.org");
    }

    @Test
    void isForCoordinatorsAndRecordsWhoElseTried() {
        Asked volunteer = People.volunteer(UUID.randomUUID());
        assertThatThrownBy(() -> desk.take(volunteer, List.of(sent("a.json", organisation("")))))
                .isInstanceOf(NotOnRecord.class);
        assertThat(disclosing.refusals()).containsExactly("POST /directory/imports null act-coordinator");
    }
}

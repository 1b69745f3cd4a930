package org.troth.command.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.conflict.ConflictRequest.Statement;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.conflict.ConflictEvent.Relation;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class NamingConflictsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final Asked asP = People.participant(p.value());
    private final Asked asV = People.volunteer(v.value());
    private final JdbcClient client;
    private final ConflictDesk desk;
    private final RecordedConflicts conflicts;
    private final ForgetConflictNames forgetting;

    NamingConflictsIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        client = JdbcClient.create(database.application());
        NameTags tags = new NameTags(new Lookups(client), MemoryRecord.plainTags());
        desk = new ConflictDesk(
                house.dispatch(), PermitsForTests.of(disclosing, record), record, tags, new MemorySealing());
        conflicts = new RecordedConflicts(record, tags);
        forgetting = new ForgetConflictNames(tags);
    }

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
                                        v, LocalDate.parse("2027-01-01"), HouseLaw.VOLUNTEER_QUALIFICATION))));
        conflicts.know(p.value(), "Ada Byron");
        conflicts.know(v.value(), "Grace Hopper");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Statement own(Relation relation, String name) {
        return new Statement(null, null, relation.name(), name);
    }

    private UUID names(Asked asked, Relation relation, String name) {
        return UUID.fromString(desk.state(asked, own(relation, name)).answer());
    }

    private boolean isHindered() {
        return conflicts.between(p, v).hindered();
    }

    /** Of what was named, beside the names of the two themselves. */
    private long rows() {
        return client.sql("""
                        select count(*) from lookups.conflict_name
                         where owner in (:p, :v) and encode(line, 'escape') not like :own""")
                .param("p", owner(p.value()))
                .param("v", owner(v.value()))
                .param("own", "% name")
                .query(Long.class)
                .single();
    }

    private static byte[] owner(UUID person) {
        return ("CONFLICT_PERSON:" + person).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isHinderedWhereBothNameTheSameWhateverItIsToThem() {
        assertThat(isHindered()).isFalse();
        names(asP, Relation.EMPLOYER, "Hill & Stone LLP");
        assertThat(isHindered()).isFalse();
        names(asV, Relation.FIRM, "Stone and Hill");
        assertThat(isHindered()).isTrue();
        ParticipantId other = new ParticipantId(UUID.randomUUID());
        conflicts.know(other.value(), "Mary Somerville");
        assertThat(conflicts.between(other, v).hindered())
                .as("with anybody else")
                .isFalse();
    }

    @Test
    void keepsSomebodyFromAVolunteerOfThatNameBeforeAnythingIsProposed() {
        conflicts.know(v.value(), "Vera Cooper Rubin");
        assertThat(isHindered()).isFalse();
        names(asP, Relation.KNOWN_PERSON, "Vera");
        assertThat(isHindered()).isTrue();
    }

    @Test
    void saysNothingOfTwoWhoHaveTheSameNameThemselves() {
        conflicts.know(v.value(), "Vera Rubin");
        conflicts.know(p.value(), "Vera Rubin");
        assertThat(isHindered()).isFalse();
        names(asV, Relation.KNOWN_PERSON, "Rubin");
        assertThat(isHindered()).isTrue();
    }

    @Test
    void isHinderedNoMoreAtOnceWhenANameIsTakenBackThoughItsTagsAreStillThere() {
        names(asV, Relation.EMPLOYER, "Harbour Bakery");
        UUID entry = names(asP, Relation.OTHER_PARTY, "Harbour Bakery");
        assertThat(isHindered()).isTrue();
        long before = rows();
        desk.takeBack(asP, entry);
        assertThat(isHindered()).isFalse();
        assertThat(rows()).isEqualTo(before);
        record.facts(ConflictNameTakenBack.class).forEach(forgetting::on);
        assertThat(rows()).isEqualTo(before / 2);
        desk.takeBack(asP, entry);
        assertThat(record.facts(ConflictNameTakenBack.class)).hasSize(1);
    }

    @Test
    void isOvertakenByANameThatIsGivenBetweenQuestionAndAct() {
        var before = conflicts.between(p, v);
        names(asV, Relation.EMPLOYER, "Harbour Bakery");
        assertThat(conflicts.between(p, v).preconditions()).isNotEqualTo(before.preconditions());
        assertThat(before.preconditions())
                .extracting(each -> each.aggregateId())
                .containsExactlyInAnyOrder("merging/" + p, "conflicts/" + p, "conflicts/" + v);
    }

    @Test
    void isHinderedWhereSomebodyIsKeptAwayAndTheOtherIsNotKnownByName() {
        VolunteerId nameless = new VolunteerId(UUID.randomUUID());
        assertThat(conflicts.between(p, nameless).hindered()).isFalse();
        names(asP, Relation.KNOWN_PERSON, "Grace Somebody");
        assertThat(conflicts.between(p, nameless).hindered()).isTrue();
        assertThat(isHindered()).isFalse();
    }

    /** What was asked without a name and joined by its code keeps nobody from anybody; what stands under it still counts. */
    @Test
    void knowsByTheNameOfOneRecordWhoeverHasAnotherThatHoldsNone() {
        ParticipantId note = another(new EnquiryReceived(new ParticipantId(UUID.randomUUID()), "housing", "en", null));
        names(asV, Relation.EMPLOYER, "Elsewhere");
        assertThat(isHindered()).isFalse();
        areOne(note);
        assertThat(isHindered()).as("under the record that is followed").isFalse();
        assertThat(conflicts.between(note, v).hindered()).as("under the other").isFalse();
        assertThat(conflicts.between(p, v).preconditions())
                .as("that it is given no name in between")
                .contains(new Precondition(note.toString(), 0));
        desk.state(coordinator, new Statement(note.toString(), null, "employer", "Elsewhere"));
        assertThat(isHindered()).isTrue();
    }

    @Test
    void isHinderedWhereANameOfAnotherRecordIsNotKnown() {
        ParticipantId other = new ParticipantId(UUID.randomUUID());
        another(new IntakeCompleted(
                other,
                new MemorySealing().seal(Words.PARTICIPANT_NAME, other.value(), "Ada King"),
                "housing",
                "en",
                List.of(),
                null));
        names(asV, Relation.KNOWN_PERSON, "King");
        areOne(other);
        assertThat(isHindered()).isTrue();
        conflicts.shown(Map.of(other.value(), "Ada Lovelace"));
        assertThat(isHindered()).isFalse();
    }

    private ParticipantId another(ParticipantEvent fact) {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", fact.participant().toString(), 0, fact)));
        return fact.participant();
    }

    private void areOne(ParticipantId merged) {
        for (ParticipantId each : List.of(p, merged)) {
            record.record(
                    new Unit(coordinator.actor(), UUID.randomUUID()),
                    List.of(new NewFact(
                            "Merging",
                            MergingEvent.stream(each),
                            0,
                            new PersonsMerged(each, p, merged, "their-code", HouseLaw.MERGING))));
        }
    }

    /** Nobody's name is opened for it: whoever is shown by name anyway is known by it from then on. */
    @Test
    void knowsByNameWhoeverWasThereBeforeNamesWereKeptOnceTheyAreShown() {
        VolunteerId earlier = new VolunteerId(UUID.randomUUID());
        names(asP, Relation.KNOWN_PERSON, "Grace Somebody");
        assertThat(conflicts.between(p, earlier).hindered()).isTrue();
        conflicts.shown(Map.of(earlier.value(), "Mary Somerville"));
        assertThat(conflicts.between(p, earlier).hindered()).isFalse();
        names(asP, Relation.KNOWN_PERSON, "Somerville");
        assertThat(conflicts.between(p, earlier).hindered()).isTrue();
    }

    @Test
    void keepsANameAnewThatWasKeptByAnOlderScheme() {
        client.sql("delete from lookups.conflict_name where encode(line, 'escape') like '%/scheme%'")
                .update();
        names(asP, Relation.KNOWN_PERSON, "AlHassan");
        assertThat(isHindered()).isFalse();
        conflicts.shown(Map.of(v.value(), "Grace Al-Hassan"));
        assertThat(isHindered()).isTrue();
    }

    @Test
    void keepsNothingOfSomebodyWhoseWordsWereDestroyedBetweenTheLookAndNow() {
        VolunteerId one = new VolunteerId(UUID.randomUUID());
        NameTags atTheSameMoment = new NameTags(new Lookups(client), MemoryRecord.plainTags()) {
            @Override
            Set<UUID> unkept(Set<UUID> people) {
                Set<UUID> before = super.unkept(people);
                forgetting.on(new KeyDestroyed(one.value(), List.of(UUID.randomUUID()), "erasure"));
                return before;
            }
        };
        names(asP, Relation.KNOWN_PERSON, "Elsewhere");
        for (int again = 0; again < 2; again++) {
            new RecordedConflicts(record, atTheSameMoment).shown(Map.of(one.value(), "Mary Somerville"));
            assertThat(conflicts.between(p, one).hindered())
                    .as("known by no name")
                    .isTrue();
            assertThat(client.sql("select count(*) from lookups.conflict_name where owner = :owner")
                            .param("owner", owner(one.value()))
                            .query(Long.class)
                            .single())
                    .as("that nothing is kept")
                    .isEqualTo(1);
        }
    }

    @Test
    void keepsAwayFromEveryNameThatWasToldOfSomebody() {
        names(asV, Relation.KNOWN_PERSON, "King");
        assertThat(isHindered()).isFalse();
        conflicts.know(p.value(), "Ada King");
        assertThat(isHindered()).isTrue();
        desk.takeBack(asV, record.facts(ConflictNameStated.class).get(0).entry());
        names(asV, Relation.KNOWN_PERSON, "Byron");
        assertThat(isHindered()).as("what was told first still counts").isTrue();
    }

    @Test
    void isHinderedWhereThereIsNothingToCompareANameByAnyMore() {
        names(asP, Relation.EMPLOYER, "Harbour Bakery");
        assertThat(isHindered()).isFalse();
        client.sql("delete from lookups.conflict_name where encode(line, 'escape') not like '% name'")
                .update();
        assertThat(isHindered()).isTrue();
    }

    @Test
    void forgetsEverythingOfSomebodyWhoseWordsAreDestroyed() {
        names(asP, Relation.EMPLOYER, "Harbour Bakery");
        names(asV, Relation.EMPLOYER, "Elsewhere");
        forgetting.on(new KeyDestroyed(p.value(), List.of(UUID.randomUUID()), "erasure"));
        assertThat(rows()).isEqualTo(1);
        names(asV, Relation.KNOWN_PERSON, "Nobody");
        assertThat(isHindered()).as("nor their own name").isTrue();
    }

    @Test
    void keepsNoNameAndNoIdentifierInTheTagsOrTheFact() {
        names(asP, Relation.OTHER_PARTY, "Harbour Bakery");
        ConflictNameStated fact = record.facts(ConflictNameStated.class).get(0);
        assertThat(fact.side()).isEqualTo(Side.PARTICIPANT);
        assertThat(fact.toString()).doesNotContainIgnoringCase("harbour").doesNotContainIgnoringCase("bakery");
        assertThat(MemorySealing.peek(fact.name())).isEqualTo("Harbour Bakery");
        assertThat(client.sql("""
                            select encode(tag, 'escape') from lookups.conflict_name where owner = :owner
                            and encode(line, 'escape') not like '% name'""")
                        .param("owner", owner(p.value()))
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "CONFLICT_NAME:bakery", "CONFLICT_NAME:harbour", "CONFLICT_NAME:bakery harbour");
    }

    @Test
    void leavesNothingBehindOfWhatWasRepeatedOrRefused() {
        Asked keyed = People.withKey(asP, UUID.randomUUID().toString());
        Outcome first = desk.state(keyed, own(Relation.EMPLOYER, "Bakery"));
        assertThat(desk.state(keyed, own(Relation.EMPLOYER, "Bakery")))
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        for (int more = 1; more < 30; more++) {
            names(asP, Relation.EMPLOYER, "Bakery");
        }
        assertThatThrownBy(() -> names(asP, Relation.EMPLOYER, "Bakery"))
                .hasMessage(ConflictRefused.tooMany().plain());
        assertThat(rows()).isEqualTo(30);
        record.unavailable(true);
        assertThatThrownBy(() -> names(asP, Relation.EMPLOYER, "Bakery")).isInstanceOf(RecordUnavailable.class);
        record.unavailable(false);
    }

    @Test
    void isWrittenByThemselvesOrACoordinatorAndTakenBackByThemselvesAlone() {
        Outcome written = desk.state(coordinator, new Statement(p.toString(), null, "firm", "Hill and Stone"));
        UUID entry = UUID.fromString(written.answer());
        desk.state(coordinator, new Statement(null, v.toString(), "employer", "Hill and Stone"));
        assertThat(isHindered()).isTrue();
        for (Asked other : List.of(coordinator, asV, People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> desk.takeBack(other, entry)).isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.takeBack(asP, UUID.randomUUID())).isInstanceOf(NotOnRecord.class);
        desk.takeBack(asP, entry);
        assertThat(isHindered()).isFalse();

        refuses(asP, statement(null, v));
        refuses(asV, statement(p, null));
        refuses(People.asks(null, Role.AUDITOR), statement(null, null));
        refuses(coordinator, statement(new ParticipantId(UUID.randomUUID()), null));
        refuses(coordinator, statement(new ParticipantId(v.value()), null));
    }

    private static Statement statement(@Nullable ParticipantId participant, @Nullable VolunteerId volunteer) {
        return new Statement(
                participant == null ? null : participant.toString(),
                volunteer == null ? null : volunteer.toString(),
                "employer",
                "Bakery");
    }

    private void refuses(Asked asked, Statement said) {
        assertThatThrownBy(() -> desk.state(asked, said)).isInstanceOf(NotOnRecord.class);
    }

    @Test
    void needsANameThatCanBeComparedAndOnePersonWhoseListItIs() {
        assertThatThrownBy(() -> desk.state(asP, own(Relation.EMPLOYER, "?!"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.state(asP, new Statement(null, null, "friend", "Bakery")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.state(asP, own(Relation.EMPLOYER, " "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.state(coordinator, statement(p, v))).isInstanceOf(Invalid.class);
        assertThat(rows()).isZero();
    }
}

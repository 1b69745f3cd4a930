package org.troth.command.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.merging.MergeRequest.Merging;
import org.troth.command.merging.MergeRequest.Shown;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.merging.OncePerPerson;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.EnquiryCodes;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class MergingRecordsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-01T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final Tags tags = MemoryRecord.plainTags();
    private final Permits permits = PermitsForTests.of(disclosing, record);
    private final Enrolment enrolment = participant -> {
        boolean enrolled = record.read(participant.toString(), 0).stream()
                .anyMatch(each -> each.fact() instanceof ParticipantEnrolled);
        return new Enrolment.Standing(
                enrolled,
                enrolled,
                new Precondition(participant.toString(), record.lastSequence(participant.toString())));
    };
    private final ParticipantId ada = new ParticipantId(UUID.randomUUID());
    private final ParticipantId augusta = new ParticipantId(UUID.randomUUID());
    private final ParticipantId rosa = new ParticipantId(UUID.randomUUID());
    private final Asked first = People.coordinator();
    private final Asked second = People.coordinator();
    private final Claim shown = new Claim(TagKind.ENQUIRY_RECEIPT, new byte[] {1, 2, 3});
    private final EnquiryCodes codes = typed -> typed.equals("the right one")
                    && !record.readHolder(shown).isEmpty()
            ? Optional.of(new EnquiryCodes.Held(
                    augusta, shown, new Precondition(augusta.toString(), record.lastSequence(augusta.toString()))))
            : Optional.empty();
    private final MergeDesk desk =
            new MergeDesk(house.dispatch(), permits, record, new Joint(record, tags, enrolment), codes);

    @BeforeEach
    void begin() {
        for (ParticipantId each : List.of(ada, augusta, rosa)) {
            add(each, new EnquiryReceived(each, "housing", "en", null));
        }
        add(ada, new ParticipantEnrolled(ada, HouseLaw.ENROLMENT));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void add(ParticipantId participant, Fact fact) {
        String stream = participant.toString();
        record.record(
                new Unit(first.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", stream, record.lastSequence(stream) + 1, fact)));
    }

    /** Something of somebody that holds this claim. */
    private void hold(Claim claim) {
        String stream = UUID.randomUUID().toString();
        ParticipantId any = new ParticipantId(UUID.randomUUID());
        record.record(
                new Unit(first.actor(), UUID.randomUUID()).taking(claim),
                List.of(new NewFact("Any", stream, 0, new ReceiptGiven(any))));
    }

    private static Merging said(ParticipantId kept, ParticipantId merged) {
        return new Merging(kept.toString(), merged.toString(), "same-papers");
    }

    private void merge(ParticipantId kept, ParticipantId merged) {
        desk.propose(first, said(kept, merged));
        desk.confirm(second, kept, merged);
    }

    private List<ParticipantId> recordsOf(ParticipantId participant) {
        return SamePerson.of(participant, record).all();
    }

    private static void assertRefused(ThrowingCallable act, String rule) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        MergeRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void takesTwoCoordinatorsAndKeepsBothIdentifiers() {
        assertThat(desk.propose(first, said(ada, augusta)).answer()).isEqualTo(ada + "/" + augusta);
        assertThat(record.facts(MergeProposed.class))
                .containsExactly(
                        new MergeProposed(ada, ada, augusta, "same-papers", HouseLaw.MERGING),
                        new MergeProposed(augusta, ada, augusta, "same-papers", HouseLaw.MERGING));
        assertThat(recordsOf(ada)).as("that somebody thinks so changes nothing").containsExactly(ada);
        assertRefused(() -> desk.confirm(first, ada, augusta), "second-person");
        assertThat(record.facts(PersonsMerged.class)).isEmpty();

        desk.confirm(second, ada, augusta);
        assertThat(record.facts(PersonsMerged.class))
                .containsExactly(
                        new PersonsMerged(ada, ada, augusta, "same-papers", HouseLaw.MERGING),
                        new PersonsMerged(augusta, ada, augusta, "same-papers", HouseLaw.MERGING));
        assertThat(recordsOf(ada)).containsExactly(ada, augusta);
        assertThat(recordsOf(augusta)).containsExactly(ada, augusta);
        assertThat(SamePerson.of(augusta, record).kept()).isEqualTo(ada);
        assertThat(recordsOf(rosa)).containsExactly(rosa);
    }

    @Test
    void addsNothingWhenItIsSaidAgain() {
        desk.propose(first, said(ada, augusta));
        desk.propose(second, said(ada, augusta));
        assertThat(record.facts(MergeProposed.class)).hasSize(2);
        desk.confirm(second, ada, augusta);
        desk.confirm(first, ada, augusta);
        desk.propose(first, said(ada, augusta));
        assertThat(record.facts(MergeProposed.class)).hasSize(2);
        assertThat(record.facts(PersonsMerged.class)).hasSize(2);
    }

    @Test
    void isDroppedByEitherCoordinatorAndCanBeThoughtAgain() {
        desk.propose(first, said(ada, augusta));
        desk.drop(first, ada, augusta);
        desk.drop(second, ada, augusta);
        assertThat(record.facts(MergeDropped.class)).hasSize(2);
        assertRefused(() -> desk.confirm(second, ada, augusta), "not-proposed");
        desk.propose(second, said(ada, augusta));
        assertRefused(() -> desk.confirm(second, ada, augusta), "second-person");
        desk.confirm(first, ada, augusta);
        assertThat(recordsOf(ada)).containsExactly(ada, augusta);
    }

    @Test
    void isUndoneByOneAtOnceAndEverythingIsAsBefore() {
        merge(ada, augusta);
        desk.undo(first, ada, augusta);
        desk.undo(second, ada, augusta);
        assertThat(record.facts(MergeUndone.class)).hasSize(2);
        assertThat(recordsOf(ada)).containsExactly(ada);
        assertThat(recordsOf(augusta)).containsExactly(augusta);
        assertThat(record.holder(OncePerPerson.openMatch(tags, augusta))).isEmpty();
        assertThat(record.holder(OncePerPerson.account(tags, augusta.value()))).isEmpty();

        merge(ada, augusta);
        assertThat(recordsOf(augusta)).containsExactly(ada, augusta);
    }

    @Test
    void leadsNoRecordToOneThatLeadsOn() {
        merge(ada, augusta);
        assertRefused(() -> desk.propose(first, said(augusta, rosa)), "already-joined");
        assertRefused(() -> desk.propose(first, said(rosa, ada)), "already-joined");
        assertRefused(() -> desk.propose(first, said(rosa, augusta)), "already-joined");
        merge(ada, rosa);
        assertThat(recordsOf(rosa)).containsExactly(ada, augusta, rosa);
        desk.undo(first, ada, augusta);
        assertThat(recordsOf(ada)).containsExactly(ada, rosa);
        assertThat(recordsOf(augusta)).containsExactly(augusta);
    }

    @Test
    void waitsForOneAnswerAtATime() {
        desk.propose(first, said(ada, augusta));
        assertRefused(() -> desk.propose(first, said(ada, rosa)), "merge-waits");
        assertRefused(() -> desk.propose(first, said(rosa, augusta)), "merge-waits");
    }

    @Test
    void keepsTheRecordOnWhichSupportStands() {
        assertRefused(() -> desk.propose(first, said(augusta, ada)), "keep-enrolled");
        add(augusta, new ParticipantEnrolled(augusta, HouseLaw.ENROLMENT));
        hold(OncePerPerson.openMatch(tags, augusta));
        assertRefused(() -> desk.propose(first, said(ada, augusta)), "keep-match");
        merge(augusta, ada);
        assertThat(record.holder(OncePerPerson.openMatch(tags, ada)))
                .as("nobody is looked for under the other record")
                .contains("merging/" + ada);
        desk.undo(first, augusta, ada);
        assertThat(record.holder(OncePerPerson.openMatch(tags, ada))).isEmpty();
        assertThat(record.holder(OncePerPerson.openMatch(tags, augusta)))
                .as("what others hold stays theirs")
                .isPresent();
    }

    @Test
    void looksAgainWhenTheSecondPersonSaysYes() {
        desk.propose(first, said(ada, augusta));
        hold(OncePerPerson.openMatch(tags, augusta));
        assertRefused(() -> desk.confirm(second, ada, augusta), "keep-match");
        assertThat(recordsOf(ada)).containsExactly(ada);
    }

    @Test
    void leavesThePersonOneAccountAtMost() {
        hold(OncePerPerson.account(tags, augusta.value()));
        merge(ada, augusta);
        assertThat(record.holder(OncePerPerson.account(tags, ada.value()))).contains("merging/" + augusta);
        hold(OncePerPerson.account(tags, rosa.value()));
        assertRefused(() -> desk.propose(first, said(ada, rosa)), "one-account");
    }

    @Test
    void joinsNothingThatWasAskedWithoutANameUnlessTheCodeWasShown() {
        add(augusta, new ReceiptGiven(augusta));
        assertRefused(() -> desk.propose(first, said(ada, augusta)), "code-needed");
        add(augusta, new EnquiryRecognised(augusta, HouseLaw.ENQUIRY_RECOGNITION));
        merge(ada, augusta);
        assertThat(recordsOf(augusta)).containsExactly(ada, augusta);
    }

    @Test
    void joinsANoteByItsCodeAtOnceAndSpendsTheCode() {
        String stream = augusta.toString();
        record.record(
                new Unit(first.actor(), UUID.randomUUID()).taking(shown),
                List.of(new NewFact(
                        "Participant", stream, record.lastSequence(stream) + 1, new ReceiptGiven(augusta))));
        assertRefused(() -> desk.joinByCode(first, ada, new Shown("another one")), "code-opens-nothing");
        assertRefused(() -> desk.joinByCode(first, augusta, new Shown("the right one")), "code-opens-nothing");
        assertThatThrownBy(() -> desk.joinByCode(first, ada, new Shown(" "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.joinByCode(People.participant(ada.value()), ada, new Shown("the right one")))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(PersonsMerged.class)).isEmpty();

        Asked once = People.withKey(first, UUID.randomUUID().toString());
        assertThat(desk.joinByCode(once, ada, new Shown("the right one")).answer())
                .isEqualTo(ada + "/" + augusta);
        assertThat(desk.joinByCode(once, ada, new Shown("the right one")).repeated())
                .isTrue();
        assertThat(record.facts(PersonsMerged.class))
                .hasSize(2)
                .allSatisfy(merged -> assertThat(merged.ground()).isEqualTo("their-code"));
        assertThat(record.facts(EnquiryRecognised.class)).hasSize(1);
        assertThat(record.holder(shown)).isEmpty();
        assertThat(recordsOf(augusta)).containsExactly(ada, augusta);
        assertRefused(() -> desk.joinByCode(first, rosa, new Shown("the right one")), "code-opens-nothing");
        assertThatThrownBy(() -> desk.propose(first, new Merging(ada.toString(), rosa.toString(), "their-code")))
                .as("no coordinator says that a code was shown")
                .isInstanceOf(Invalid.class);
    }

    @Test
    void isForCoordinatorsAndOfTwoPeopleWhoAreThere() {
        for (Asked other : List.of(
                People.participant(ada.value()),
                People.volunteer(UUID.randomUUID()),
                People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> desk.propose(other, said(ada, augusta))).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.confirm(other, ada, augusta)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.drop(other, ada, augusta)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.undo(other, ada, augusta)).isInstanceOf(NotOnRecord.class);
        }
        ParticipantId nobody = new ParticipantId(UUID.randomUUID());
        assertThatThrownBy(() -> desk.propose(first, said(ada, nobody))).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.confirm(first, nobody, augusta)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.propose(first, said(ada, ada))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.propose(first, new Merging(ada.toString(), augusta.toString(), "a feeling")))
                .isInstanceOf(Invalid.class);
        assertThat(record.facts(MergeProposed.class)).isEmpty();
    }

    @Test
    void letsThePersonActForBothRecordsOnlyWhileTheyAreOne() {
        Asked self = People.participant(ada.value());
        assertThat(permits.isSelf(self, augusta.value())).isFalse();
        merge(ada, augusta);
        assertThat(permits.isSelf(self, augusta.value())).isTrue();
        assertThat(permits.isSelf(People.participant(augusta.value()), ada.value()))
                .isTrue();
        assertThat(permits.isSelf(self, rosa.value())).isFalse();
        assertThat(permits.isSelf(People.volunteer(ada.value()), augusta.value()))
                .isFalse();
        desk.undo(first, ada, augusta);
        assertThat(permits.isSelf(self, augusta.value())).isFalse();
    }
}

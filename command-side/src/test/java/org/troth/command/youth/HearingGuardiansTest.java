package org.troth.command.youth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.command.youth.YouthRequest.Alone;
import org.troth.command.youth.YouthRequest.GuardianCheck;
import org.troth.command.youth.YouthRequest.GuardianNo;
import org.troth.command.youth.YouthRequest.GuardianYes;
import org.troth.command.youth.YouthRequest.Minority;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.consent.SaidInAnotherLanguage;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.events.youth.YouthEvent.Statement;

/** The clock begins at nine on 21 November 2026, in UTC. */
class HearingGuardiansTest {

    private static final LocalDate OF_AGE = LocalDate.parse("2026-12-01");
    private static final Minority NOT_YET = new Minority("2026-12-01");
    private static final ShownText IN_ARABIC = new ShownText("support-young", 1, "ar", "b".repeat(64));
    private static final SaidInAnotherLanguage TEXTS =
            (asked, language) -> language.equals("ar") ? Optional.of(IN_ARABIC) : Optional.empty();
    private static final GuardianCheck PARENT = new GuardianCheck("1", "parent", "birth-record-seen");

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final YouthDesk desk =
            new YouthDesk(house.dispatch(), PermitsForTests.of(disclosing, record), record, clock);
    private final GuardianDesk guardians =
            new GuardianDesk(house.dispatch(), PermitsForTests.of(disclosing, record), record, desk, TEXTS);
    private final Guardianship guardianship = new RecordedGuardianship(record);
    private final EndGuardianStandingWhenTakenOut reaction =
            new EndGuardianStandingWhenTakenOut(record, house.dispatch());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final MemorySealing sealing = new MemorySealing();
    private int consents;

    @BeforeEach
    void begin() {
        tell("Participant", p.toString(), 0, new EnquiryReceived(p, "youth", "en", null));
        tell("Participant", p.toString(), 1, named(1, "parent", "helps-them"));
        tell("Participant", p.toString(), 2, named(2, "parent", "to-be-kept-apart"));
        tell("Participant", p.toString(), 3, named(3, "other-party", "part-of-the-matter"));
        tell("Participant", p.toString(), 4, named(4, "other-relative", "helps-them"));
        tell("Participant", p.toString(), 5, new OtherPersonTakenOut(p, 4));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private OtherPersonNamed named(int number, String relation, String need) {
        return new OtherPersonNamed(
                p,
                number,
                sealing.seal(Words.PARTICIPANT_OTHER_PERSON, p.value(), "Somebody"),
                relation,
                need,
                HouseLaw.OTHERS_NAMING);
    }

    private void tell(String type, String id, long sequence, Fact fact) {
        record.record(new Unit(coordinator.actor(), UUID.randomUUID()), List.of(new NewFact(type, id, sequence, fact)));
    }

    /** A question to them, in the words of this text. */
    private ConsentId asked(String text) {
        return asked(p, text);
    }

    private ConsentId asked(ParticipantId participant, String text) {
        ConsentId id = new ConsentId(new UUID(7, consents++));
        tell(
                "Consent",
                id.toString(),
                0,
                new ConsentAsked(
                        id,
                        participant,
                        Purpose.SUPPORT,
                        Recipient.programme(),
                        Set.of(DataClass.IDENTITY),
                        new ShownText(text, 1, "en", "ab"),
                        null));
        return id;
    }

    private ConsentId given(String text) {
        ConsentId id = asked(text);
        tell("Consent", id.toString(), 1, new ConsentGiven(id, p, HouseLaw.CONSENT_UNDERSTANDING));
        return id;
    }

    private static GuardianYes yes(ConsentId consent) {
        return new GuardianYes(consent.toString(), "1", "SPOKEN", "interpreter", "ar", "PROFESSIONAL");
    }

    private static GuardianNo no(ConsentId consent) {
        return new GuardianNo(consent.toString(), "1");
    }

    private Guardianship.Standing standing() {
        return guardianship.of(p);
    }

    private void refused(YouthRefused refusal, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(Refused.class).hasMessage(refusal.plain());
    }

    @Test
    void keepsNothingButTheDayAndNotesTheSameDayOnce() {
        desk.note(coordinator, p, NOT_YET);
        desk.note(coordinator, p, NOT_YET);
        assertThat(record.facts(MinorityNoted.class))
                .containsExactly(new MinorityNoted(p, OF_AGE, HouseLaw.YOUTH_MINORITY));
        assertThat(standing().isMinor(OF_AGE.minusDays(1))).isTrue();
        assertThat(standing().isMinor(OF_AGE)).isFalse();

        refused(YouthRefused.ofAgeAlready(), () -> desk.note(coordinator, p, new Minority("2026-11-21")));
        refused(YouthRefused.tooFar(), () -> desk.note(coordinator, p, new Minority("2047-11-22")));
    }

    @Test
    void recognisesOnlyWhomTheyNamedAndNobodyWhoIsAgainstThem() {
        refused(YouthRefused.notMinor(), () -> desk.recognise(coordinator, p, PARENT));
        desk.note(coordinator, p, NOT_YET);
        for (String number : List.of("2", "3")) {
            GuardianCheck check = new GuardianCheck(number, "parent", "court-order-seen");
            refused(YouthRefused.againstThem(), () -> desk.recognise(coordinator, p, check));
        }
        for (String number : List.of("4", "5")) {
            GuardianCheck check = new GuardianCheck(number, "parent", "court-order-seen");
            refused(YouthRefused.nobodyNamed(), () -> desk.recognise(coordinator, p, check));
        }
        desk.recognise(coordinator, p, PARENT);
        refused(YouthRefused.alreadyGuardian(), () -> desk.recognise(coordinator, p, PARENT));
        assertThatThrownBy(() -> desk.recognise(coordinator, p, new GuardianCheck("0", "friend", null)))
                .isInstanceOf(Invalid.class);
        assertThat(record.facts(GuardianRecognised.class))
                .containsExactly(new GuardianRecognised(p, 1, "parent", "birth-record-seen", HouseLaw.YOUTH_GUARDIAN));
    }

    @Test
    void hearsAGuardianOnlyAfterTheirOwnYes() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId open = asked("support-young");
        refused(YouthRefused.ownYesFirst(), () -> guardians.agree(coordinator, p, yes(open)));

        ConsentId back = given("support-young");
        tell("Consent", back.toString(), 2, new ConsentWithdrawn(back, p, HouseLaw.CONSENT_WITHDRAWAL));
        refused(YouthRefused.ownYesFirst(), () -> guardians.agree(coordinator, p, yes(back)));

        ConsentId asIfOfAge = given("support");
        refused(YouthRefused.notInTheirWords(), () -> guardians.agree(coordinator, p, yes(asIfOfAge)));

        ConsentId id = given("support-young");
        guardians.agree(coordinator, p, yes(id));
        refused(YouthRefused.alreadyAgreed(), () -> guardians.agree(coordinator, p, yes(id)));
        assertThat(record.facts(GuardianAgreed.class))
                .containsExactly(new GuardianAgreed(
                        p,
                        id,
                        1,
                        Statement.SPOKEN,
                        "interpreter",
                        "ar",
                        IN_ARABIC,
                        Interpreting.PROFESSIONAL,
                        HouseLaw.YOUTH_BOTH));
        assertThat(standing().agreed()).containsExactly(id);
    }

    /** The young person takes their yes back after it was looked at, and before the guardian's is written down. */
    @Test
    void writesNothingDownWhereTheirOwnYesIsTakenBackMeanwhile() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        AtomicBoolean looked = new AtomicBoolean();
        Streams interrupted = new Streams() {
            @Override
            public List<RecordedFact> read(String aggregateId, long fromSequence) {
                List<RecordedFact> facts = record.read(aggregateId, fromSequence);
                if (aggregateId.equals(id.toString()) && !looked.getAndSet(true)) {
                    tell("Consent", aggregateId, 2, new ConsentWithdrawn(id, p, HouseLaw.CONSENT_WITHDRAWAL));
                }
                return facts;
            }

            @Override
            public long lastSequence(String aggregateId) {
                return record.lastSequence(aggregateId);
            }

            @Override
            public List<RecordedFact> readHolder(Claim claim) {
                return record.readHolder(claim);
            }
        };
        GuardianDesk late =
                new GuardianDesk(house.dispatch(), PermitsForTests.of(disclosing, record), interrupted, desk, TEXTS);
        refused(YouthRefused.ownYesFirst(), () -> late.agree(coordinator, p, yes(id)));
        assertThat(looked).isTrue();
        assertThat(record.facts(GuardianAgreed.class)).isEmpty();
    }

    @Test
    void hearsNoYesOfSomebodyWhoIsNotNamedBesideThemAnyMoreButTheirNo() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        tell("Participant", p.toString(), 6, new OtherPersonTakenOut(p, 1));
        refused(YouthRefused.nobodyNamed(), () -> guardians.agree(coordinator, p, yes(id)));
        guardians.object(coordinator, p, no(id));
        assertThat(standing().objected()).containsExactly(id);
    }

    @Test
    void needsAnotherWitnessOnlyForWhatWasSpoken() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        GuardianYes spoken = new GuardianYes(id.toString(), "1", "SPOKEN", "nobody-else", "en", "NONE");
        refused(YouthRefused.witnessNeeded(), () -> guardians.agree(coordinator, p, spoken));
        guardians.agree(coordinator, p, new GuardianYes(id.toString(), "1", "SIGNED", "nobody-else", "en", "NONE"));
        assertThat(standing().agreed()).containsExactly(id);
    }

    @Test
    void countsANoAtOnceAndALaterYesAgain() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        guardians.agree(coordinator, p, yes(id));
        guardians.object(coordinator, p, no(id));
        assertThat(standing().agreed()).isEmpty();
        assertThat(standing().objected()).containsExactly(id);
        refused(YouthRefused.alreadyObjected(), () -> guardians.object(coordinator, p, no(id)));
        guardians.agree(coordinator, p, yes(id));
        assertThat(standing().objected()).isEmpty();
        assertThat(record.facts(GuardianObjected.class)).hasSize(1);
    }

    @Test
    void forgetsWhatAGuardianSaidWhoMayNotAnyMore() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        guardians.agree(coordinator, p, yes(id));
        desk.endStanding(coordinator, p, "1");
        desk.endStanding(coordinator, p, "1");
        assertThat(standing().agreed()).isEmpty();
        refused(YouthRefused.notGuardian(), () -> guardians.agree(coordinator, p, yes(id)));
        refused(YouthRefused.notGuardian(), () -> guardians.object(coordinator, p, no(id)));
        desk.recognise(coordinator, p, PARENT);
        assertThat(standing().agreed()).as("asked anew").isEmpty();
    }

    @Test
    void asksNoGuardianOfWhoeverDecidesAlone() {
        refused(YouthRefused.notMinor(), () -> desk.beginAlone(coordinator, p, new Alone("guardian-is-a-danger")));
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        desk.beginAlone(coordinator, p, new Alone("guardian-is-a-danger"));
        desk.beginAlone(coordinator, p, new Alone("court-decided"));
        assertThat(record.facts(DecidingAloneBegun.class))
                .containsExactly(new DecidingAloneBegun(p, "guardian-is-a-danger", HouseLaw.YOUTH_ALONE));
        refused(YouthRefused.decidesAlone(), () -> guardians.agree(coordinator, p, yes(id)));
        refused(YouthRefused.decidesAlone(), () -> guardians.object(coordinator, p, no(id)));
        assertThat(record.facts(GuardianObjected.class))
                .as("what helps them stays")
                .isEmpty();
        refused(
                YouthRefused.decidesAlone(),
                () -> desk.recognise(coordinator, p, new GuardianCheck("2", "parent", "court-order-seen")));
        desk.endAlone(coordinator, p);
        refused(YouthRefused.notAlone(), () -> desk.endAlone(coordinator, p));
        guardians.agree(coordinator, p, yes(id));
    }

    @Test
    void hearsNoGuardianAnyMoreFromTheBeginningOfTheDay() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-11-30T23:59:59Z")));
        guardians.agree(coordinator, p, yes(id));
        clock.forward(Duration.ofSeconds(1));
        refused(YouthRefused.notMinor(), () -> guardians.object(coordinator, p, no(id)));
        refused(YouthRefused.notMinor(), () -> desk.beginAlone(coordinator, p, new Alone("court-decided")));
        refused(YouthRefused.notMinor(), () -> desk.endAlone(coordinator, p));
    }

    @Test
    void takesEverythingBackWithAMistake() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        desk.beginAlone(coordinator, p, new Alone("court-decided"));
        desk.takeBack(coordinator, p);
        desk.takeBack(coordinator, p);
        assertThat(standing().ofAgeOn()).isNull();
        assertThat(standing().alone()).isFalse();
        desk.note(coordinator, p, NOT_YET);
        ConsentId id = given("support-young");
        refused(YouthRefused.notGuardian(), () -> guardians.agree(coordinator, p, yes(id)));
        assertThat(record.facts(YouthEvent.class)).hasSize(5);
    }

    /** Another record of theirs; the two are known to be of one person from now on. */
    private ParticipantId joined() {
        ParticipantId kept = new ParticipantId(UUID.randomUUID());
        tell("Participant", kept.toString(), 0, new EnquiryReceived(kept, "youth", "en", null));
        for (ParticipantId each : List.of(kept, p)) {
            tell("Merging", MergingEvent.stream(each), 0, new PersonsMerged(each, kept, p, "any", HouseLaw.MERGING));
        }
        return kept;
    }

    @Test
    void countsWhatStandsUnderAnyOfTheirRecordsAsLongAsTheseAreOnePersons() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        Instant before = clock.instant();
        clock.forward(Duration.ofHours(1));
        ParticipantId kept = joined();
        ConsentId id = asked(kept, "support-young");
        assertThat(guardianship.of(kept).ofAgeOn()).isEqualTo(OF_AGE);
        assertThat(guardianship.then(kept, before).ofAgeOn()).isNull();

        guardians.object(coordinator, p, no(id));
        Guardianship.Standing both = guardianship.of(kept);
        assertThat(both.objected()).containsExactly(id);
        assertThat(guardianship.saidTo(id, kept)).hasSize(1);
        assertThat(both.preconditions())
                .containsExactlyInAnyOrder(
                        new Precondition(YouthEvent.stream(kept), -1),
                        new Precondition(YouthEvent.stream(p), 2),
                        new Precondition(MergingEvent.stream(kept), 0));
        assertThat(guardianship.of(p).preconditions()).contains(new Precondition(MergingEvent.stream(p), 0));

        for (ParticipantId each : List.of(kept, p)) {
            tell("Merging", MergingEvent.stream(each), 1, new MergeUndone(each, kept, p, HouseLaw.MERGE_UNDOING));
        }
        assertThat(guardianship.of(kept).ofAgeOn()).isNull();
        assertThat(guardianship.of(kept).objected()).isEmpty();
    }

    @Test
    void takesTheLatestDayOfTheirRecords() {
        ParticipantId kept = joined();
        desk.note(coordinator, p, NOT_YET);
        desk.note(coordinator, kept, new Minority("2027-06-01"));
        assertThat(guardianship.of(p).ofAgeOn()).isEqualTo(LocalDate.parse("2027-06-01"));
        desk.takeBack(coordinator, kept);
        assertThat(guardianship.of(kept).ofAgeOn()).isEqualTo(OF_AGE);
    }

    @Test
    void asksNoGuardianUnderAnyRecordOfWhoeverDecidesAloneUnderOne() {
        ParticipantId kept = joined();
        desk.note(coordinator, kept, NOT_YET);
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = asked(kept, "support-young");
        desk.beginAlone(coordinator, kept, new Alone("guardian-is-a-danger"));
        refused(YouthRefused.decidesAlone(), () -> guardians.object(coordinator, p, no(id)));
        assertThat(guardianship.of(p).alone()).isTrue();
    }

    @Test
    void isWrittenDownByNobodyWhoWalksBesidePeopleAndByNobodyElse() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        for (Asked other : List.of(
                People.asks(UUID.randomUUID(), Role.COORDINATOR, Role.VOLUNTEER),
                People.volunteer(UUID.randomUUID()),
                People.participant(p.value()),
                People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> guardians.agree(other, p, yes(id))).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> guardians.object(other, p, no(id))).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.note(other, p, NOT_YET)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.recognise(other, p, PARENT)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.beginAlone(other, p, new Alone("court-decided")))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.takeBack(other, p)).isInstanceOf(NotOnRecord.class);
        }
        ParticipantId nobody = new ParticipantId(UUID.randomUUID());
        assertThatThrownBy(() -> desk.note(coordinator, nobody, NOT_YET)).isInstanceOf(NotOnRecord.class);
        ConsentId another = new ConsentId(UUID.randomUUID());
        assertThatThrownBy(() -> guardians.agree(coordinator, p, yes(another))).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> guardians.object(coordinator, p, no(another))).isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(YouthEvent.class)).hasSize(2);
    }

    private void takeOut(int number) {
        OtherPersonTakenOut out = new OtherPersonTakenOut(p, number);
        tell("Participant", p.toString(), record.lastSequence(p.toString()) + 1, out);
        String event = record.facts().get(record.facts().size() - 1).eventId().toString();
        reaction.on(out, event);
        reaction.on(out, event);
    }

    @Test
    void hearsNoMoreWhomTheyTookOutAndCountsNothingThatThatOneAgreedTo() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        guardians.agree(coordinator, p, yes(id));
        takeOut(1);

        assertThat(record.facts(GuardianStandingEnded.class)).containsExactly(new GuardianStandingEnded(p, 1));
        assertThat(standing().agreed()).isEmpty();
        refused(YouthRefused.notGuardian(), () -> guardians.agree(coordinator, p, yes(id)));
        takeOut(2);
        assertThat(record.facts(GuardianStandingEnded.class)).hasSize(1);
    }

    /** While the reactions stand still; and for good where the same guardian's No to something else keeps their standing. */
    @Test
    void countsNoYesOfWhomTheyTookOutBeforeAnythingHasNotedSo() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        ConsentId other = given("support-young");
        guardians.agree(coordinator, p, yes(id));
        guardians.object(coordinator, p, no(other));
        Guardianship.Standing before = standing();
        assertThat(before.agreed()).containsExactly(id);
        assertThat(before.preconditions()).contains(new Precondition(p.toString(), record.lastSequence(p.toString())));
        tell("Participant", p.toString(), record.lastSequence(p.toString()) + 1, new OtherPersonTakenOut(p, 1));
        assertThat(standing().agreed()).isEmpty();
        assertThat(standing().objected()).containsExactly(other);
    }

    @Test
    void losesNoNoByTakingOutWhoSaidIt() {
        desk.note(coordinator, p, NOT_YET);
        desk.recognise(coordinator, p, PARENT);
        ConsentId id = given("support-young");
        guardians.object(coordinator, p, no(id));
        takeOut(1);

        assertThat(standing().objected()).containsExactly(id);
        desk.endStanding(coordinator, p, "1");
        assertThat(standing().objected()).isEmpty();
    }
}

package org.troth.command.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.command.charter.CharterRequest.OutsideAsk;
import org.troth.command.charter.CharterRequest.OutsideDecision;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.VolunteerId;
import org.troth.events.charter.CharterEvent.Decision;
import org.troth.events.charter.CharterEvent.OutsideRoleDecided;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.recording.Precondition;
import org.troth.events.referral.ReferralDecisions.Standing;
import org.troth.events.referral.ReferralDecisions.Taken;

class SayingWhatLiesOutsideTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, OutsideRole.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private Walk walk = new Walk(p, v, CLOCK.instant().minusSeconds(86_400), null, List.of(at(match)));
    private final Map<ReferralId, Standing> referrals = new HashMap<>();
    private final OutsideDesk desk = new OutsideDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            id -> id.equals(match) ? walk : new Walk(null, null, null, null, List.of(at(id))),
            id -> referrals.getOrDefault(id, new Standing(null, null, -1, at(id))),
            record,
            new MemorySealing(),
            SaidWords.none());
    private final Asked volunteer = People.volunteer(v.value());

    @AfterEach
    void close() {
        house.close();
    }

    /** Neither matches nor referrals are on this record: of each stream it says that it has no fact. */
    private static Precondition at(Object id) {
        return new Precondition(id.toString(), -1);
    }

    private void end() {
        walk = new Walk(p, v, walk.from(), CLOCK.instant(), walk.preconditions());
    }

    private OutsideAsk asked(String kind, String note) {
        return new OutsideAsk(match.toString(), kind, note);
    }

    private OutsideRoleId said() {
        return OutsideRoleId.of(desk.say(volunteer, asked("legal-advice", "What would the other side take?"))
                .answer());
    }

    private ReferralId referral(ParticipantId about, Taken taken) {
        return referral(about, taken, record.facts().size());
    }

    private ReferralId referral(ParticipantId about, Taken taken, long since) {
        ReferralId id = new ReferralId(UUID.randomUUID());
        referrals.put(id, new Standing(about, taken, since, at(id)));
        return id;
    }

    @Test
    void takesOnePressAndSealsANoteForThePersonItIsAbout() {
        desk.say(volunteer, asked("money", null));
        assertThat(record.facts(OutsideRoleSaid.class)).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("money");
            assertThat(fact.note()).isNull();
            assertThat(fact.match()).isEqualTo(match);
            assertThat(fact.volunteer()).isEqualTo(v);
        });
        said();
        assertThat(record.facts(OutsideRoleSaid.class).get(1).note()).satisfies(note -> {
            assertThat(note.owner()).isEqualTo(p.value());
            assertThat(MemorySealing.peek(note)).isEqualTo("What would the other side take?");
        });
    }

    @Test
    void isSaidAsOftenAsItIsSoAndOnceForEachRequest() {
        Asked once = People.withKey(volunteer, UUID.randomUUID().toString());
        Outcome first = desk.say(once, asked("danger", null));
        assertThat(desk.say(once, asked("danger", null)))
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        desk.say(volunteer, asked("danger", null));
        assertThat(record.facts(OutsideRoleSaid.class)).hasSize(2);
    }

    @Test
    void takesNoCodeThatTheProgrammeDoesNotHave() {
        for (String kind : List.of("", "my own words", "none")) {
            assertThatThrownBy(() -> desk.say(volunteer, asked(kind, null))).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> desk.say(volunteer, asked("other", "x".repeat(2001))))
                .isInstanceOf(Invalid.class);
        assertThat(record.facts()).isEmpty();
    }

    @Test
    void isTheVolunteersToSayWhileTheyWalkTogetherOrTheCoordinatorsToWriteDown() {
        desk.say(People.coordinator(), asked("other", null));
        MatchId none = new MatchId(UUID.randomUUID());
        for (Asked other : List.of(
                People.participant(p.value()),
                People.volunteer(UUID.randomUUID()),
                People.participant(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.say(other, asked("other", null))).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.say(other, new OutsideAsk(none.toString(), "other", null)))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.onlyItsVolunteer(other, "GET /charter/outside/new", match))
                    .isInstanceOf(NotOnRecord.class);
        }
        end();
        assertThatThrownBy(this::said).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.say(People.coordinator(), asked("other", "Not sealed.")))
                .hasMessage(CharterRefused.notMatched().plain());
        assertThat(record.facts()).hasSize(1);
    }

    @Test
    void isNeverTooLateOfDanger() {
        end();
        assertThatThrownBy(this::said).isInstanceOf(NotOnRecord.class);
        desk.say(volunteer, asked("danger", "They said it as we parted."));
        desk.say(People.coordinator(), asked("danger", null));
        assertThat(record.facts(OutsideRoleSaid.class)).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.participant()).isEqualTo(p);
            assertThat(fact.volunteer()).isEqualTo(v);
        });
        // Nobody ever walked: there is nobody who could know.
        walk = new Walk(p, null, null, null, walk.preconditions());
        for (Asked other : List.of(volunteer, People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.say(other, asked("danger", null))).isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.say(People.coordinator(), asked("danger", null)))
                .hasMessage(CharterRefused.notMatched().plain());
    }

    @ParameterizedTest
    @CsvSource({"OFFERED,MADE", "DECLINED,OFFERED_AND_DECLINED", "NOT_APPROPRIATE,NOT_APPROPRIATE"})
    void isDecidedByWhatIsOnTheRecordAboutAReferral(Taken taken, Decision decision) {
        OutsideRoleId id = said();
        ReferralId referral = referral(p, taken);
        // The match may be over by then.
        end();
        desk.decide(People.coordinator(), id, new OutsideDecision(referral.toString()));
        assertThat(record.facts(OutsideRoleDecided.class))
                .containsExactly(
                        new OutsideRoleDecided(id, match, p, v, decision, referral, HouseLaw.CHARTER_DECIDING));
    }

    @ParameterizedTest
    @EnumSource(Taken.class)
    void isNotDecidedByWhatWasDecidedBeforeItWasSaid(Taken taken) {
        ReferralId before = referral(p, taken);
        said();
        OutsideRoleId again = said();
        ReferralId between = referral(p, taken, record.facts().size() - 2L);
        for (ReferralId earlier : List.of(before, between)) {
            assertThatThrownBy(() -> desk.decide(People.coordinator(), again, new OutsideDecision(earlier.toString())))
                    .hasMessage(CharterRefused.earlierReferral().plain());
        }
        assertThat(record.facts(OutsideRoleDecided.class)).isEmpty();
    }

    @Test
    void isDecidedOnceAndNeverOnAnothersReferralOrOnNone() {
        OutsideRoleId id = said();
        for (ReferralId other : List.of(
                referral(new ParticipantId(UUID.randomUUID()), Taken.OFFERED), new ReferralId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.decide(People.coordinator(), id, new OutsideDecision(other.toString())))
                    .hasMessage(CharterRefused.otherReferral().plain());
        }
        assertThatThrownBy(() -> desk.decide(People.coordinator(), id, new OutsideDecision(null)))
                .isInstanceOf(Invalid.class);
        OutsideDecision right = new OutsideDecision(referral(p, Taken.OFFERED).toString());
        desk.decide(People.coordinator(), id, right);
        assertThatThrownBy(() -> desk.decide(People.coordinator(), id, right))
                .hasMessage(CharterRefused.alreadyDecided().plain());
        assertThat(record.facts(OutsideRoleDecided.class)).hasSize(1);
    }

    @Test
    void isForCoordinatorsAloneToDecide() {
        OutsideRoleId id = said();
        OutsideDecision decision =
                new OutsideDecision(referral(p, Taken.OFFERED).toString());
        for (Asked other : List.of(volunteer, People.participant(p.value()))) {
            assertThatThrownBy(() -> desk.decide(other, id, decision)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.decide(other, new OutsideRoleId(UUID.randomUUID()), decision))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.decide(People.coordinator(), new OutsideRoleId(UUID.randomUUID()), decision))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(OutsideRoleDecided.class)).isEmpty();
    }
}

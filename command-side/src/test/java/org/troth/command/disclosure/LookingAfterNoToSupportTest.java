package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.AUDITOR;
import static org.troth.command.disclosure.GateHouse.CONSENT;
import static org.troth.command.disclosure.GateHouse.COORDINATOR;
import static org.troth.command.disclosure.GateHouse.HELPED;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.REFERRAL;
import static org.troth.command.disclosure.GateHouse.VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.WALKS_BESIDE;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.matched;
import static org.troth.command.disclosure.GateHouse.participant;
import static org.troth.events.confidential.DataClass.AUDIT;
import static org.troth.events.confidential.DataClass.IDENTITY;
import static org.troth.events.confidential.DataClass.LEGAL;
import static org.troth.events.confidential.DataClass.NARRATIVE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;

/** R1: from the moment of a No to support on, fewer see less; cleaning up, the person themselves and oversight go on. */
class LookingAfterNoToSupportTest {

    private final GateHouse house = new GateHouse();

    private static Shown words(Words words) {
        return new Shown(
                PARTICIPANT,
                SubjectKind.PARTICIPANT,
                EnumSet.of(IDENTITY, words.dataClass()),
                Set.of(words),
                null,
                null,
                1);
    }

    private static Shown packet() {
        return new Shown(
                PARTICIPANT,
                SubjectKind.PARTICIPANT,
                Set.of(IDENTITY, NARRATIVE, LEGAL),
                Set.of(Words.PARTICIPANT_NAME, Words.INTAKE_NOTE),
                null,
                CONSENT,
                REFERRAL,
                1);
    }

    private void refused(Actor actor, Shown shown) {
        assertThat(house.gate.groundFor(actor, PurposeOfUse.TREAT, shown)).isEmpty();
        assertThatThrownBy(() -> house.gate.disclose(look(actor, PurposeOfUse.TREAT, shown)))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
        assertThat(house.record.facts(LookRefused.class)).singleElement().satisfies(fact -> {
            assertThat(fact.actor()).isEqualTo(actor.account());
            assertThat(fact.subject()).isEqualTo(PARTICIPANT);
        });
    }

    @Test
    void opensNothingOfTheirsForWhoeverWalksBesideThem() {
        house.supportIsTakenBack();

        refused(WALKS_BESIDE, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY));
    }

    @Test
    void opensNothingForThemWhereItIsTakenBackBetweenQuestionAndAppend() {
        house.words.meanwhile(house::supportIsTakenBack);

        assertThatThrownBy(() -> house.gate.disclose(look(
                        WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY))))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void opensAgainWithTheNextYesAndAsEverWhereNobodyWasAsked() {
        house.supportIsTakenBack();
        house.words.say(Said.TAKEN_BACK, true);
        house.gate.disclose(
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)));
        for (Said said : List.of(Said.YES, Said.NOTHING, Said.ENDED)) {
            house.words.say(said);
            house.gate.disclose(
                    look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)));
            house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(Words.INTAKE_NOTE)));
        }

        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(7);
    }

    @Test
    void namesTheGroundOnWhichACoordinatorReadsForSupportingSomebody() {
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(Words.INTAKE_NOTE)));
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, participant(IDENTITY)));

        assertThat(house.record.facts(RecordDisclosed.class))
                .extracting(RecordDisclosed::ground)
                .containsExactly(Ground.SUPPORT, Ground.ROLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Words.class,
            names = {"INTAKE_NOTE", "PLAN_SECTION", "PLAN_STEP", "REFERRAL_OUTCOME", "REFERRAL_PACKET"})
    void opensNoStoryForCoordinators(Words story) {
        house.words.say(Said.NO);

        refused(COORDINATOR, words(story));
    }

    @Test
    void opensNoStoryThatIsTakenBackBetweenQuestionAndAppend() {
        house.words.meanwhile(house::supportIsTakenBack);

        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(Words.INTAKE_NOTE))))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Words.class,
            names = {
                "PARTICIPANT_NAME",
                "PARTICIPANT_CONTACT",
                "PARTICIPANT_CONTACT_ADVICE",
                "PARTICIPANT_OTHER_PERSON",
                "BOUNDARY_WORDS",
                "ENQUIRY_WORDS",
                "ENQUIRY_ANSWER",
                "OUTSIDE_ROLE_NOTE"
            })
    void opensForCoordinatorsWhatEndingAndAnsweringAndPuttingRightTake(Words needed) {
        house.supportIsTakenBack();
        house.words.meanwhile(() -> {
            throw new AssertionError("asked what is not needed");
        });

        house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(needed)));

        assertThat(house.record.facts(RecordDisclosed.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.ground()).isEqualTo(Ground.ROLE));
    }

    @Test
    void leavesWithAYesToSharingWhatItCoversForTheAgencyItNames() {
        house.somethingIsOffered();
        house.supportIsTakenBack();
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet()));

        assertThat(house.record.facts(RecordDisclosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.ground()).isEqualTo(Ground.CONSENT);
            assertThat(fact.consent()).isEqualTo(CONSENT);
            assertThat(fact.relation()).isEqualTo(REFERRAL.value());
        });

        house.theConsentIsTakenBack();
        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet())))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
    }

    /** Nothing leaves from a referral that they declined or that is closed: nothing is opened for it either. */
    @Test
    void opensNothingForAReferralFromWhichNothingCanLeave() {
        house.somethingIsOffered();
        house.supportIsTakenBack();
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet()));
        house.theReferralMoves(new ReferralOfferDeclined(REFERRAL, new ParticipantId(PARTICIPANT)));
        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet())))
                .isInstanceOf(LookForbidden.class);
        house.somethingIsOffered();
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet()));
        house.theReferralMoves(new ReferralClosed(REFERRAL, new ParticipantId(PARTICIPANT)));
        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, packet())))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(2);
    }

    @Test
    void leavesTheirOwnRecordTheOtherSideAndOversightAsTheyWere() {
        house.supportIsTakenBack();
        house.gate.disclose(look(HELPED, PurposeOfUse.PATRQT, words(Words.INTAKE_NOTE)));
        house.gate.disclose(look(HELPED, PurposeOfUse.SUPNWK, matched(VOLUNTEER, SubjectKind.VOLUNTEER, IDENTITY)));
        house.gate.disclose(look(AUDITOR, PurposeOfUse.HCOMPL, participant(IDENTITY, AUDIT)));
        house.gate.disclose(look(WALKS_BESIDE, PurposeOfUse.PATRQT, Shown.volunteer(VOLUNTEER, Set.of(IDENTITY))));

        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(4);
    }
}

package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.AGENCY;
import static org.troth.command.disclosure.GateHouse.CONSENT;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.REFERRAL;
import static org.troth.command.disclosure.GateHouse.look;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.events.AccountId;
import org.troth.events.ConsentId;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

class LookingAsAgencyTest {

    private final GateHouse house = new GateHouse();
    private final Actor agency = new Actor(new AccountId(AGENCY.value()), Set.of(Role.AGENCY), null, -1);
    private final Shown packet = shown(PARTICIPANT, CONSENT, REFERRAL, Words.REFERRAL_PACKET);

    private static Shown shown(
            UUID person, @Nullable ConsentId consent, @Nullable ReferralId referral, Words... words) {
        return new Shown(
                person,
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.IDENTITY, DataClass.LEGAL),
                Set.of(words),
                null,
                consent,
                referral,
                1);
    }

    private void refused(Actor actor, Shown shown) {
        assertThatThrownBy(() -> house.gate.disclose(look(actor, PurposeOfUse.COC, shown)))
                .isInstanceOf(LookForbidden.class);
    }

    @Test
    void opensWhatItWasSentOnTheConsentThatHoldsWhichIsOnTheRecordWithItsPlaceInItsStream() {
        Disclosure disclosure = house.gate.disclose(look(agency, PurposeOfUse.COC, packet));
        assertThat(disclosure.permits(PARTICIPANT, Words.REFERRAL_PACKET)).isTrue();
        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isFalse();
        assertThat(house.record.facts(RecordDisclosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.actor().value()).isEqualTo(AGENCY.value());
            assertThat(fact.role()).isEqualTo(Role.AGENCY);
            assertThat(fact.ground()).isEqualTo(Ground.CONSENT);
            assertThat(fact.relation()).isEqualTo(REFERRAL.value());
            assertThat(fact.consent()).isEqualTo(CONSENT);
            assertThat(fact.consentSequence()).isEqualTo(-1L);
            assertThat(fact.classes()).containsExactlyInAnyOrder(DataClass.IDENTITY, DataClass.LEGAL);
        });
    }

    @Test
    void opensNothingOnceTheConsentWasTakenBackAndTheRefusalIsOnTheRecord() {
        house.theConsentIsTakenBack();
        refused(agency, packet);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
        assertThat(house.record.facts(LookRefused.class)).singleElement().satisfies(fact -> {
            assertThat(fact.actor().value()).isEqualTo(AGENCY.value());
            assertThat(fact.subject()).isEqualTo(PARTICIPANT);
        });
    }

    @Test
    void opensNothingWhenTheConsentIsTakenBackBetweenQuestionAndAppend() {
        house.betweenQuestionAndAppend.add(house::theConsentIsTakenBack);
        refused(agency, packet);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void opensNothingOutsideASitting() {
        house.sitting = false;
        refused(agency, packet);
    }

    @Test
    void opensNothingOfAnotherAgencyPersonReferralOrConsent() {
        refused(new Actor(new AccountId(UUID.randomUUID()), Set.of(Role.AGENCY), null, -1), packet);
        refused(agency, shown(UUID.randomUUID(), CONSENT, REFERRAL, Words.REFERRAL_PACKET));
        refused(agency, shown(PARTICIPANT, CONSENT, new ReferralId(UUID.randomUUID()), Words.REFERRAL_PACKET));
        refused(agency, shown(PARTICIPANT, CONSENT, null, Words.REFERRAL_PACKET));
        refused(agency, shown(PARTICIPANT, new ConsentId(UUID.randomUUID()), REFERRAL, Words.REFERRAL_PACKET));
        refused(agency, shown(PARTICIPANT, null, REFERRAL, Words.REFERRAL_PACKET));
    }

    @Test
    void opensNoOtherWordsAndForNoOtherPurpose() {
        refused(agency, shown(PARTICIPANT, CONSENT, REFERRAL, Words.PARTICIPANT_NAME));
        assertThatThrownBy(() -> house.gate.disclose(look(agency, PurposeOfUse.TREAT, packet)))
                .isInstanceOf(LookForbidden.class);
    }

    @Test
    void isNoGroundForAnybodyElse() {
        refused(new Actor(new AccountId(AGENCY.value()), Set.of(Role.VOLUNTEER), null, 1), packet);
    }
}

package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.COORDINATOR;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.participant;
import static org.troth.events.confidential.DataClass.IDENTITY;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

class LookingAtEnquiriesTest {

    private final GateHouse house = new GateHouse();

    private static Shown words(Words words) {
        return new Shown(
                PARTICIPANT,
                SubjectKind.PARTICIPANT,
                Set.of(IDENTITY, words.dataClass()),
                Set.of(words),
                null,
                null,
                1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Words.class,
            names = {"ENQUIRY_WORDS", "ENQUIRY_ANSWER", "PARTICIPANT_CONTACT", "PARTICIPANT_CONTACT_ADVICE"})
    void opensNothingOfAnEnquiryThatWasTakenBack(Words words) {
        assertThat(house.gate.groundFor(COORDINATOR, PurposeOfUse.TREAT, words(words)))
                .isPresent();
        house.theEnquiryIsTakenBack();

        assertThat(house.gate.groundFor(COORDINATOR, PurposeOfUse.TREAT, words(words)))
                .isEmpty();
        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(words))))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void opensNothingOfAnEnquiryThatIsTakenBackBetweenQuestionAndAppend() {
        house.betweenQuestionAndAppend.add(house::theEnquiryIsTakenBack);

        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, words(Words.ENQUIRY_WORDS))))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void showsThatThereWasAnEnquiryAndAsksNothingForIt() {
        house.theEnquiryIsTakenBack();
        house.gate.disclose(look(COORDINATOR, PurposeOfUse.TREAT, participant(IDENTITY)));

        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
        assertThat(house.askedOfEnquiries).isZero();
    }
}

package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.People;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;

class AskingToEndSupportTest {

    private static final String WISH = "{\"from\": \"2026-12-01\", \"channel\": \"PHONE\"}";

    private final ParticipantHouse house = new ParticipantHouse();

    AskingToEndSupportTest() throws Exception {}

    @BeforeEach
    void somebodyIsEnrolled() throws Exception {
        house.enrol();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void takesNoReasonFromThePersonAndACodeFromACoordinator() throws Exception {
        assertThat(house.own("/closure", "")).isEqualTo(200);
        assertThat(house.own("/reopening", "")).isEqualTo(200);
        assertThat(house.own("/closure", "{\"reason\": \"moved-away\"}")).isEqualTo(200);
        assertThat(house.send("/reopening", "")).isEqualTo(200);
        invalid("/closure", "", "reason required");
        invalid("/closure", "{\"reason\": \"was rude\"}", "reason code");
        assertThat(house.send("/closure", "{\"reason\": \"support-complete\"}")).isEqualTo(200);
        assertThat(house.record.facts(CaseClosed.class))
                .extracting(CaseClosed::reason)
                .containsExactly("their-wish", "moved-away", "support-complete");
        assertThat(house.record.facts(CaseReopened.class)).hasSize(2);
    }

    @Test
    void endsSupportAndNotTheEnrolment() throws Exception {
        RecordedEnrolment enrolment = new RecordedEnrolment(house.record);
        assertThat(enrolment.of(house.person).supported()).isTrue();
        house.own("/closure", "");
        assertThat(enrolment.of(house.person).supported()).isFalse();
        assertThat(enrolment.of(house.person).enrolled()).isTrue();
        house.own("/reopening", "");
        assertThat(enrolment.of(house.person).supported()).isTrue();
        assertThat(enrolment.of(new ParticipantId(UUID.randomUUID())).supported())
                .isFalse();
    }

    @Test
    void takesTheWishToBeAskedFromThePersonAloneAndItsEndFromBoth() throws Exception {
        assertThatThrownBy(() -> house.send("/follow-up", WISH)).hasCauseInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> house.coordinator.perform(get("/participants/" + house.person + "/follow-up")))
                .hasCauseInstanceOf(NotOnRecord.class);
        assertThat(house.disclosing.refusals()).hasSize(2);
        assertThat(house.own("/follow-up", WISH)).isEqualTo(200);
        assertThat(house.record.facts(FollowUpChosen.class))
                .containsExactly(new FollowUpChosen(
                        house.person, LocalDate.parse("2026-12-01"), ContactChannel.PHONE, HouseLaw.FOLLOW_UP));
        assertThat(house.send("/follow-up/dropping", "")).isEqualTo(200);
        assertThat(house.own("/follow-up", WISH)).isEqualTo(200);
        assertThat(house.own("/follow-up/dropping", "")).isEqualTo(200);
    }

    @Test
    void asksOnceWhenTheDayHasCome() throws Exception {
        String talked = "{\"outcome\": \"talked\"}";
        house.own("/follow-up", WISH);
        house.own("/closure", "");
        assertThatThrownBy(() -> house.send("/follow-up/outcome", talked))
                .hasRootCauseMessage(ParticipantRefused.followUpEarly().plain());
        house.clock.forward(Duration.ofDays(10));
        assertThatThrownBy(() -> house.own("/follow-up/outcome", talked)).hasCauseInstanceOf(NotOnRecord.class);
        assertThat(house.send("/follow-up/outcome", talked)).isEqualTo(200);
        assertThatThrownBy(() -> house.send("/follow-up/outcome", talked))
                .hasRootCauseMessage(ParticipantRefused.nothingWished().plain());
        assertThat(house.record.facts(FollowUpMade.class)).hasSize(1);
    }

    @Test
    void isAnsweredAlikeForWhoeverIsUnknownAndForWhoeverIsAnothers() {
        MockMvc volunteer = house.as(People.volunteer(house.person.value()));
        MockMvc other = house.as(People.participant(UUID.randomUUID()));
        for (String id : List.of("/" + house.person, ParticipantHouse.nobody())) {
            for (String path : List.of("/closure", "/reopening", "/follow-up", "/follow-up/dropping")) {
                assertThatThrownBy(() -> house.send(other, id + path, "{}")).hasCauseInstanceOf(NotOnRecord.class);
            }
            assertThatThrownBy(() -> other.perform(get("/participants" + id + "/closure")))
                    .hasCauseInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> volunteer.perform(get("/participants" + id + "/follow-up/outcome")))
                    .hasCauseInstanceOf(NotOnRecord.class);
        }
        assertThat(house.record.facts(CaseClosed.class)).isEmpty();
    }

    @Test
    void showsFormsThatSendThePersonBackToTheirOwnPage() throws Exception {
        String path = "/participants/" + house.person;
        assertThat(house.self
                        .perform(get(path + "/closure"))
                        .andReturn()
                        .getModelAndView()
                        .getModel())
                .containsEntry("own", true)
                .containsEntry("back", "/mine");
        MvcResult wrong = house.self
                .perform(post(path + "/follow-up").param("channel", "PHONE"))
                .andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(400);
        assertThat(wrong.getModelAndView().getModel().get("errors"))
                .isEqualTo(Map.of("from", Phrase.of("command.dispatch.needed")));
        MvcResult late = house.self
                .perform(post(path + "/follow-up").param("channel", "PHONE").param("from", "2031-01-01"))
                .andReturn();
        assertThat(late.getResponse().getStatus()).isEqualTo(409);
        assertThat(house.self
                        .perform(post(path + "/closure"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/mine?at=");
        assertThat(house.coordinator
                        .perform(post(path + "/reopening"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith(path + "?at=");
    }

    private void invalid(String path, String body, String fault) {
        assertThatThrownBy(() -> house.send(path, body))
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(each -> each.field() + " " + each.rule())
                                .containsExactly(fault));
    }
}

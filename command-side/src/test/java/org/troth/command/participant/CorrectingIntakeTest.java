package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.People;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** What was taken down is put right at any time, by whom it is about or a coordinator, and what stood before stays. */
class CorrectingIntakeTest {

    private static final String NAME = "{\"reason\": \"written-wrong\", \"name\": \"Adaeze\"}";

    private final ParticipantHouse house = new ParticipantHouse();

    CorrectingIntakeTest() throws Exception {}

    @AfterEach
    void close() {
        house.close();
    }

    private IntakeCorrected last() {
        List<IntakeCorrected> all = house.record.facts(IntakeCorrected.class);
        return all.get(all.size() - 1);
    }

    @Test
    void keepsWhatStoodBeforeAndSealsTheNewNameUnderThePersonsKey() throws Exception {
        house.enrol();
        assertThat(house.own("/correction", NAME)).isEqualTo(200);
        IntakeCorrected corrected = last();
        assertThat(corrected.name()).isNotNull();
        assertThat(corrected.name().owner()).isEqualTo(house.person.value());
        assertThat(corrected.name().words()).isEqualTo(Words.PARTICIPANT_NAME);
        assertThat(corrected.matter()).isNull();
        assertThat(corrected.language()).isNull();
        assertThat(corrected.needs()).isNull();
        assertThat(corrected.note()).isNull();
        assertThat(corrected.noteIs()).isEqualTo(Wording.KEPT);
        assertThat(corrected.law()).isEqualTo(HouseLaw.INTAKE_CORRECTION);
        assertThat(house.names).containsExactly("Adaeze");
        assertThat(house.record.facts(IntakeCompleted.class)).hasSize(1);
    }

    @Test
    void isOpenToACoordinatorForAllOfItAndToThePersonForWhatIsNotACoordinatorsNote() throws Exception {
        house.enrol();
        String all = "{\"reason\": \"has-changed\", \"matter\": \"family\", \"language\": \"ar\","
                + " \"needsAnew\": true, \"needs\": [], \"note\": \"less of it\"}";
        assertThat(house.send("/correction", all)).isEqualTo(200);
        assertThat(last().matter()).isEqualTo("family");
        assertThat(last().language()).isEqualTo("ar");
        assertThat(last().needs()).isEmpty();
        assertThat(last().note()).isNotNull();
        assertThat(house.send("/correction", "{\"reason\": \"said-too-much\", \"noteTaken\": true}"))
                .isEqualTo(200);
        assertThat(last().noteIs()).isEqualTo(Wording.TAKEN_AWAY);
        isInvalid("note coordinator", () -> house.own("/correction", all));
        isInvalid(
                "note both",
                () -> house.send(
                        "/correction", "{\"reason\": \"said-too-much\", \"noteTaken\": true, \"note\": \"and more\"}"));
    }

    @Test
    void addsNoNoteOfSomebodyElseOnceTheyTookTheirYesToSupportBack() throws Exception {
        house.enrol();
        house.support.say(LastWord.Said.TAKEN_BACK);
        assertThatThrownBy(() ->
                        house.send("/correction", "{\"reason\": \"written-wrong\", \"note\": \"one more thing\"}"))
                .hasCauseInstanceOf(Refused.class);
        assertThat(house.send("/correction", "{\"reason\": \"said-too-much\", \"noteTaken\": true}"))
                .isEqualTo(200);
        assertThat(house.own("/correction", NAME)).isEqualTo(200);
        assertThat(house.record.facts(IntakeCorrected.class)).hasSize(2);
    }

    @Test
    void endsWithNothingThatEnds() throws Exception {
        house.enrol();
        house.own("/closure", "");
        assertThat(house.own("/correction", NAME)).isEqualTo(200);
        assertThat(house.record.facts(IntakeCorrected.class)).hasSize(1);
    }

    @Test
    void changesNothingWhereNothingWasTakenDownOrNothingIsSaid() throws Exception {
        refused(NAME, ParticipantRefused.correctedAfterIntake());
        house.enrol();
        refused("{\"reason\": \"written-wrong\"}", ParticipantRefused.nothingCorrected());
        refused(
                "{\"reason\": \"written-wrong\", \"name\": \" \", \"needs\": [\"childcare\"]}",
                ParticipantRefused.nothingCorrected());
        assertThat(house.record.facts(IntakeCorrected.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                    | reason required
                    {"reason": "because he lied"}                                         | reason code
                    {"reason": "written-wrong", "matter": "his flat"}                     | matter code
                    {"reason": "written-wrong", "language": "english"}                    | language language
                    {"reason": "written-wrong", "needsAnew": true, "needs": ["a story"]}  | needs code
                    """)
    void takesNothingThatCouldBeAStory(String body, String fault) throws Exception {
        house.enrol();
        isInvalid(fault, () -> house.send("/correction", body));
        assertThat(house.record.facts(IntakeCorrected.class)).isEmpty();
    }

    @Test
    void isThereForNobodyElse() throws Exception {
        house.enrol();
        var stranger = house.as(People.participant(UUID.randomUUID()));
        assertThatThrownBy(() -> house.send(stranger, "/" + house.person + "/correction", NAME))
                .hasCauseInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> stranger.perform(get("/participants/{id}/correction", house.person)))
                .hasCauseInstanceOf(NotOnRecord.class);
        assertThat(house.record.facts(IntakeCorrected.class)).isEmpty();
    }

    @Test
    void comesAsAFormThatShowsNothingOfTheRecord() throws Exception {
        house.enrol();
        var page = house.self
                .perform(get("/participants/{id}/correction", house.person))
                .andReturn();
        assertThat(page.getModelAndView().getModel().toString()).doesNotContain("Ada");
        assertThat(house.self
                        .perform(post("/participants/{id}/correction", house.person)
                                .param("reason", "written-wrong")
                                .param("name", "Adaeze"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/participants/" + house.person + "/versions");
    }

    private void refused(String body, ParticipantRefused because) {
        assertThatThrownBy(() -> house.send("/correction", body))
                .cause()
                .isInstanceOf(ParticipantRefused.class)
                .hasMessage(because.plain());
    }

    private static void isInvalid(String fault, ThrowingCallable act) {
        assertThatThrownBy(act)
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .anySatisfy(each -> assertThat(each.field() + " " + each.rule())
                                        .isEqualTo(fault)));
    }

    @Test
    void leadsAwayFromAMatterThatIsOfferedNoMoreAndNotToOne() throws Exception {
        house.enrol();
        house.programme.withdraw(ProgrammeList.MATTER, "housing");
        house.programme.withdraw(ProgrammeList.MATTER, "consumer");
        isInvalid(
                "matter code",
                () -> house.own("/correction", "{\"reason\": \"has-changed\", \"matter\": \"consumer\"}"));
        assertThat(house.own("/correction", NAME)).as("what was there may stay").isEqualTo(200);
        assertThat(house.own("/correction", "{\"reason\": \"has-changed\", \"matter\": \"debt\"}"))
                .isEqualTo(200);
    }
}

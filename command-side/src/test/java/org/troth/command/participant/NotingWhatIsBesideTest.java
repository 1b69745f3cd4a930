package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.WordsRefused;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.People;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.participant.ParticipantEvent.FirstTellingHeard;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;
import org.troth.events.participant.ParticipantEvent.Hearer;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;

class NotingWhatIsBesideTest {

    private static final String TOLD = "{\"heardBy\": \"VOLUNTEER\", \"nextStep\": \"talk-again\"}";
    private static final String NOTHING = "{\"heardBy\": \"COORDINATOR\", \"nextStep\": \"nothing-wished\"}";
    private static final String CHILD = "{\"name\": \"Teo\", \"relation\": \"child\", \"need\": \"comes-along\"}";

    private final ParticipantHouse house = new ParticipantHouse();

    NotingWhatIsBesideTest() throws Exception {}

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void notesThatSomethingWasToldByWhomItWasHeardAndWhatIsWishedNext() throws Exception {
        assertThat(house.send("/first-tellings", TOLD)).isEqualTo(200);
        assertThat(house.send("/first-tellings", NOTHING)).isEqualTo(200);
        assertThat(house.record.facts(FirstTellingHeard.class))
                .containsExactly(
                        new FirstTellingHeard(house.person, 1, Hearer.VOLUNTEER, "talk-again", HouseLaw.FIRST_TELLING),
                        new FirstTellingHeard(house.person, 2, Hearer.COORDINATOR, null, HouseLaw.FIRST_TELLING));
    }

    @Test
    void takesEachNextStepOnceAndNoneWhereNothingIsWished() throws Exception {
        house.send("/first-tellings", TOLD);
        house.send("/first-tellings", NOTHING);
        assertThat(house.send("/first-tellings/1/step", "")).isEqualTo(200);
        for (String number : List.of("1", "2", "3")) {
            refused("/first-tellings/" + number + "/step", "", ParticipantRefused.noStepToTake());
        }
        assertThat(house.record.facts(FirstTellingStepTaken.class))
                .containsExactly(new FirstTellingStepTaken(house.person, 1));
    }

    @Test
    void stillTakesAStepAfterAnEnquiryWasClosedAndNotesNothingMore() throws Exception {
        house.send("/first-tellings", TOLD);
        house.send("/closing", "{\"reason\": \"other-help\"}");
        refused("/first-tellings", TOLD, ParticipantRefused.closed());
        assertThat(house.send("/first-tellings/1/step", "")).isEqualTo(200);
    }

    @Test
    void namesSomebodyUnderThePersonsOwnKeyAndTakesThemOut() throws Exception {
        house.enrol();
        assertThat(house.send("/others", CHILD)).isEqualTo(200);
        assertThat(house.own("/others", CHILD)).isEqualTo(200);
        OtherPersonNamed named = house.record.facts(OtherPersonNamed.class).get(1);
        assertThat(named.number()).isEqualTo(2);
        assertThat(named.name().owner()).isEqualTo(house.person.value());
        assertThat(named.name().words()).isEqualTo(Words.PARTICIPANT_OTHER_PERSON);
        assertThat(named.law()).isEqualTo(HouseLaw.OTHERS_NAMING);
        assertThat(house.own("/others/1/removal", "")).isEqualTo(200);
        refused("/others/1/removal", "", ParticipantRefused.nobodyToTakeOut());
        house.own("/closure", "");
        assertThat(house.own("/others/2/removal", "")).isEqualTo(200);
        assertThat(house.record.facts(OtherPersonTakenOut.class)).hasSize(2);
    }

    /** Clearing up stays possible, and so does what they do themselves. */
    @Test
    void addsNothingAfterTheirNoToSupportUnlessTheyDoItThemselvesOrAnotherYesIsInForce() throws Exception {
        house.enrol();
        house.send("/first-tellings", TOLD);
        house.send("/others", CHILD);
        for (Said no : List.of(Said.NO, Said.TAKEN_BACK)) {
            house.support.say(no);
            stopped("/first-tellings", TOLD);
            stopped("/others", CHILD);
        }
        assertThat(house.send("/first-tellings/1/step", "")).isEqualTo(200);
        assertThat(house.send("/others/1/removal", "")).isEqualTo(200);
        assertThat(house.own("/others", CHILD)).isEqualTo(200);
        for (Said other : List.of(Said.NOTHING, Said.ENDED, Said.YES)) {
            house.support.say(other);
            assertThat(house.send("/first-tellings", NOTHING)).isEqualTo(200);
        }
        house.support.say(Said.NO, true);
        assertThat(house.send("/first-tellings", NOTHING)).isEqualTo(200);
    }

    private void stopped(String path, String json) {
        assertThatThrownBy(() -> house.send(path, json)).hasRootCauseInstanceOf(WordsRefused.class);
    }

    @Test
    void takesSomebodyInWithoutANoteAfterTheirNo() throws Exception {
        house.support.say(Said.TAKEN_BACK);
        stopped("/intake", "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\", \"note\": \"more\"}");
        house.enrol();
    }

    @Test
    void namesNobodyBeforeTheIntakeAfterTheEndOrBeyondABound() throws Exception {
        refused("/others", CHILD, ParticipantRefused.othersAfterIntake());
        house.enrol();
        for (int named = 0; named < 12; named++) {
            house.send("/others", CHILD);
        }
        refused("/others", CHILD, ParticipantRefused.manyNamed());
        house.send("/others/5/removal", "");
        assertThat(house.send("/others", CHILD)).isEqualTo(200);
        assertThat(house.record.facts(OtherPersonNamed.class).get(12).number()).isEqualTo(13);
        house.own("/closure", "");
        refused("/others", CHILD, ParticipantRefused.supportEnded());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    first-tellings | {}                              | heardBy  | required
                    first-tellings | {"heardBy": "COORDINATOR"}      | nextStep | required
                    first-tellings | {"nextStep": "what he did"}     | nextStep | code
                    others         | {"relation": "child"}           | name     | required
                    others         | {"relation": "my boy"}          | relation | code
                    others         | {"need": "he is ill"}           | need     | code
                    """)
    void takesNothingThatCouldBeAStory(String path, String body, String field, String rule) {
        assertThatThrownBy(() -> house.send("/" + path, body))
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .anySatisfy(fault -> assertThat(fault.field() + " " + fault.rule())
                                        .isEqualTo(field + " " + rule)));
        assertThat(house.record.facts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "9999999999", "one", "1.0"})
    void knowsNothingByWhatIsNoNumber(String number) {
        assertThatThrownBy(() -> house.send("/first-tellings/" + number + "/step", ""))
                .hasCauseInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> house.send("/others/" + number + "/removal", ""))
                .hasCauseInstanceOf(NotOnRecord.class);
    }

    @Test
    void isAnsweredAlikeForWhoeverIsUnknownAndForWhoeverIsAnothers() throws Exception {
        house.enrol();
        MockMvc other = house.as(People.participant(UUID.randomUUID()));
        for (String id : List.of("/" + house.person, ParticipantHouse.nobody())) {
            for (String path : List.of("/first-tellings", "/first-tellings/1/step", "/others", "/others/1/removal")) {
                assertThatThrownBy(() -> house.send(other, id + path, "{}")).hasCauseInstanceOf(NotOnRecord.class);
            }
            for (String path : List.of("/first-tellings", "/others")) {
                assertThatThrownBy(() -> other.perform(get("/participants" + id + path)))
                        .hasCauseInstanceOf(NotOnRecord.class);
            }
        }
        assertThatThrownBy(() -> house.own("/first-tellings", TOLD)).hasCauseInstanceOf(NotOnRecord.class);
    }

    @Test
    void showsFormsAndShowsThemAgainWithWhatIsWrong() throws Exception {
        house.enrol();
        String path = "/participants/" + house.person;
        for (String form : List.of("/first-tellings", "/others")) {
            assertThat(house.coordinator
                            .perform(get(path + form))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
            assertThat(house.coordinator
                            .perform(post(path + form))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(400);
        }
        assertThat(house.self
                        .perform(post(path + "/others")
                                .param("name", "Teo")
                                .param("relation", "child")
                                .param("need", "comes-along"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/mine?at=");
    }

    private void refused(String path, String body, ParticipantRefused no) {
        assertThatThrownBy(() -> house.send(path, body))
                .cause()
                .isInstanceOf(ParticipantRefused.class)
                .hasMessage(no.plain());
    }
}

package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Refused;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.Fact;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.ParticipantAccessNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantClassNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** S0-27, S1-1: who somebody is, how one can talk with them and what they need to take part; none of it has to be said. */
class AskingWhatSurroundsTest {

    private static final String INTAKE = "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\"%s}";
    private static final String ALL = ", \"classes\": [\"law-person\"], \"otherLanguages\": [\"es\", \"pt-br\"],"
            + " \"interpreter\": \"ase\", \"access\": [\"breaks\", \"step-free\"]";

    private final ParticipantHouse house = new ParticipantHouse();

    AskingWhatSurroundsTest() throws Exception {
        house.programme.offer(ProgrammeList.PARTICIPANT_CLASS, "law-person", new Label("en", "Lawyer or law student"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private int takeIn(String more) throws Exception {
        return house.send("/intake", INTAKE.formatted(more));
    }

    private int putRight(String more) throws Exception {
        return house.own("/correction", "{\"reason\": \"has-changed\"" + more + "}");
    }

    private <T extends Fact> T last(Class<T> fact) {
        List<T> all = house.record.facts(fact);
        return all.get(all.size() - 1);
    }

    @Test
    void keepsWhoSomebodyIsAndWhatTheyNeedUnderTheirOwnKeyAndTheirLanguagesForWhoeverLooksForThem() throws Exception {
        assertThat(takeIn(ALL)).isEqualTo(200);
        ParticipantClassNoted who = last(ParticipantClassNoted.class);
        assertThat(MemorySealing.peek(who.classes())).isEqualTo("law-person");
        assertThat(who.classes().words()).isEqualTo(Words.PARTICIPANT_CLASS);
        assertThat(who.classes().owner()).isEqualTo(house.person.value());
        assertThat(who.reason()).isNull();
        assertThat(who.law()).isEqualTo(HouseLaw.INTAKE_ACCESS);
        ParticipantAccessNoted access = last(ParticipantAccessNoted.class);
        assertThat(MemorySealing.peek(access.access())).isEqualTo("interpreter:ase step-free breaks");
        assertThat(access.access().words()).isEqualTo(Words.PARTICIPANT_ACCESS);
        assertThat(last(ParticipantLanguagesNoted.class).languages()).containsExactly("es", "pt-BR");
    }

    @Test
    void saysNothingOfWhatIsNotSaid() throws Exception {
        takeIn("");
        assertThat(house.record.facts(IntakeCompleted.class)).hasSize(1);
        assertThat(house.record.facts(ParticipantClassNoted.class)).isEmpty();
        assertThat(house.record.facts(ParticipantLanguagesNoted.class)).isEmpty();
        assertThat(house.record.facts(ParticipantAccessNoted.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , "classes": ["tenant-of"]             | classes
                    , "classes": ["a story"]               | classes
                    , "otherLanguages": ["spanish please"] | otherLanguages
                    , "interpreter": "somebody kind"       | interpreter
                    , "access": ["a ramp at the back"]     | access
                    """)
    void takesNothingThatCouldBeAStory(String more, String field) {
        assertThatThrownBy(() -> takeIn(more))
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(Invalid.Fault::field)
                                .containsExactly(field));
    }

    @Test
    void putsEachPartRightByItselfAndTakesOutWhatIsNotSaidAnyMore() throws Exception {
        takeIn(ALL);
        assertThat(putRight(", \"classesAnew\": true")).isEqualTo(200);
        assertThat(last(ParticipantClassNoted.class).classes()).isNull();
        assertThat(last(ParticipantClassNoted.class).reason()).isEqualTo("has-changed");
        assertThat(house.record.facts(ParticipantAccessNoted.class)).hasSize(1);
        assertThat(putRight(", \"accessAnew\": true, \"access\": [\"captions\"]"))
                .isEqualTo(200);
        assertThat(MemorySealing.peek(last(ParticipantAccessNoted.class).access()))
                .isEqualTo("captions");
        assertThat(putRight(", \"languagesAnew\": true")).isEqualTo(200);
        assertThat(last(ParticipantLanguagesNoted.class).languages()).isEmpty();
        assertThat(house.record.facts(IntakeCorrected.class))
                .as("nothing else was put right")
                .isEmpty();
    }

    @Test
    void countsOnlyWhereItIsSaidThatItIsAnew() throws Exception {
        takeIn(ALL);
        assertThatThrownBy(() -> putRight(", \"access\": [\"captions\"], \"otherLanguages\": [\"fr\"]"))
                .hasCauseInstanceOf(ParticipantRefused.class);
    }

    @Test
    void leadsAwayFromAClassThatIsOfferedNoMore() throws Exception {
        takeIn(ALL);
        house.programme.withdraw(ProgrammeList.PARTICIPANT_CLASS, "law-person");
        assertThatThrownBy(() -> putRight(", \"classesAnew\": true, \"classes\": [\"law-person\"]"))
                .hasCauseInstanceOf(Invalid.class);
        assertThat(putRight(", \"classesAnew\": true")).isEqualTo(200);
    }

    @Test
    void letsNobodyElseDescribeThemOnceTheyTookTheirYesBack() throws Exception {
        takeIn(ALL);
        house.support.say(LastWord.Said.TAKEN_BACK);
        String access = ", \"accessAnew\": true, \"access\": [\"captions\"]";
        assertThatThrownBy(() -> house.send("/correction", "{\"reason\": \"has-changed\"" + access + "}"))
                .hasCauseInstanceOf(Refused.class);
        assertThat(putRight(access)).as("they may").isEqualTo(200);
    }

    @Test
    void asksWhoTheyAreOnlyWhereTheProgrammeWantsToKnowAndShowsNothingOfTheRecord() throws Exception {
        takeIn(ALL);
        var model = house.self
                .perform(get("/participants/{id}/correction", house.person))
                .andReturn()
                .getModelAndView()
                .getModel();
        assertThat(model.get("classes").toString()).contains("Lawyer or law student");
        assertThat(model.get("tickedClasses")).isEqualTo(List.of());
        assertThat(model.get("tickedAccess")).isEqualTo(List.of());
        assertThat(model.get("otherLanguages")).isEqualTo("");
        house.programme.withdraw(ProgrammeList.PARTICIPANT_CLASS, "law-person");
        assertThat(house.self
                        .perform(get("/participants/{id}/correction", house.person))
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("classes"))
                .isEqualTo(List.of());
    }
}

package org.troth.query.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.Found;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** R5: who sees what of a meeting, and for how long; a correction keeps both versions and both times. */
@WithPostgres
class ShowingEncountersIT {

    private static final String NOTE = "note of the meeting";
    private static final String SECOND_NOTE = "another note";
    private static final String REFLECTION = "it was heavy for me";

    private static House house;
    private static Story story;
    private static ParticipantId ada;
    private static VolunteerId vera;
    private static VolunteerId successor;
    private static MatchId match;
    private static MatchId over;
    private static EncounterLogged met;
    private static EncounterLogged found;
    private static EncounterLogged before;
    private static UUID current;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        story = new Story(house.feed, 11).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        successor = story.volunteer("Cecilia Payne", 2, "housing");
        ada = story.enrolled("Ada Byron");
        over = story.started(ada, successor);
        before = story.met(over, ada, successor);
        story.tell(new MatchEnded(over, ada, successor, EndReason.CHANGE_ARRANGED));
        match = story.started(ada, vera);
        met = story.met(match, ada, vera);
        story.corrected(met, 45, null);
        story.corrected(met, 50, SECOND_NOTE);
        found = story.met(match, ada, vera, Found.LATE_ENTRY, Found.NOT_QUALIFIED);
        current = met.encounter().value();
        house.live().caughtUp();
        house.gate.matched.add(match.value());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.gate.forget();
        pages = new Pages(house);
    }

    private static Actor participant() {
        return Story.self(Role.PARTICIPANT, ada.value());
    }

    private static Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    private List<String> both(UUID encounter) throws Exception {
        return List.of(
                pages.words("/encounters/" + encounter),
                pages.get("/api/v1/encounters/" + encounter).getContentAsString());
    }

    private static List<Words> opened() {
        return house.gate.looks.stream()
                .flatMap(look -> look.shown().stream())
                .flatMap(shown -> shown.words().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void showsTheVolunteerTheirWordsAndTheNoteWhileTheMatchGoesOn() throws Exception {
        pages.as(volunteer());
        assertThat(both(current)).allSatisfy(body -> assertThat(body).contains(NOTE, SECOND_NOTE, REFLECTION));
        assertThat(opened()).containsExactly(Words.ENCOUNTER_NOTE, Words.ENCOUNTER_REFLECTION);
        assertThat(house.gate.looks)
                .allSatisfy(look -> assertThat(look.shown())
                        .filteredOn(shown -> shown.person().equals(ada.value()))
                        .extracting(Look.Shown::match)
                        .containsExactly(match));
    }

    @Test
    void showsTheVolunteerNothingOfAMatchThatIsOver() {
        house.gate.matched.remove(match.value());
        try {
            pages.as(volunteer());
            hidden(current);
            hidden(found.encounter().value());
        } finally {
            house.gate.matched.add(match.value());
        }
        pages.as(Story.self(Role.VOLUNTEER, successor.value()));
        hidden(before.encounter().value());
    }

    @Test
    void showsTheOneWhoComesAfterNothingOfWhatWasBefore() throws Exception {
        pages.as(volunteer());
        hidden(before.encounter().value());
        assertThat(pages.get("/api/v1/walks").getContentAsString())
                .contains(current.toString())
                .doesNotContain(before.encounter().toString(), over.toString());
    }

    private void hidden(UUID encounter) {
        for (String address : List.of("/encounters/", "/api/v1/encounters/")) {
            assertThatThrownBy(() -> pages.get(address + encounter)).hasRootCauseInstanceOf(LookForbidden.class);
        }
    }

    @Test
    void showsTheParticipantTheirMeetingsAndNotesAndNothingOfTheVolunteersQualificationOrReflection() throws Exception {
        pages.as(participant());
        assertThat(both(current))
                .allSatisfy(body -> assertThat(body)
                        .contains(NOTE, SECOND_NOTE)
                        .doesNotContain(REFLECTION)
                        .doesNotContainIgnoringCase("drafting"));
        assertThat(both(found.encounter().value()))
                .allSatisfy(body -> assertThat(body)
                        .contains(NOTE)
                        .doesNotContainIgnoringCase("qualified\":false")
                        .doesNotContainIgnoringCase("not qualified"));
        assertThat(both(before.encounter().value()))
                .allSatisfy(body -> assertThat(body).contains(NOTE).doesNotContain(successor.toString()));
        assertThat(opened()).containsExactly(Words.ENCOUNTER_NOTE);
        assertThat(pages.get("/api/v1/mine").getContentAsString())
                .contains(current.toString(), before.encounter().toString())
                .doesNotContain("qualified\":false", successor.toString());
        assertThat(pages.words("/mine")).contains("When we met", "In person, 50 minutes");
    }

    @Test
    void showsACoordinatorThatTheyMetAndHowAndOpensNoWord() throws Exception {
        assertThat(both(current))
                .allSatisfy(body -> assertThat(body)
                        .contains("50")
                        .containsIgnoringCase("court")
                        .containsIgnoringCase("drafting")
                        .doesNotContain(NOTE, SECOND_NOTE, REFLECTION));
        assertThat(pages.words("/encounters/" + current)).contains("There is one, for the two people alone");
        assertThat(pages.words("/encounters/" + found.encounter()))
                .contains("Entered late", "Volunteer not qualified that day");
        assertThat(opened()).isEmpty();
        assertThat(pages.words("/participants/" + ada))
                .contains("Meetings", "In person, 50 minutes", "Not qualified that day")
                .doesNotContain(NOTE, SECOND_NOTE, REFLECTION);
    }

    @Test
    void keepsEveryVersionWithTheTimeItWasHeldAndTheTimeItWasWrittenDown() throws Exception {
        String body =
                pages.as(participant()).get("/api/v1/encounters/" + current).getContentAsString();
        assertThat(body)
                .containsSubsequence("\"now\":{", "\"minutes\":50", SECOND_NOTE, "\"earlier\":[", "\"minutes\":45")
                .containsSubsequence("\"minutes\":45", NOTE, "\"minutes\":30", NOTE);
        assertThat(body.split("\"heldAt\":\"" + met.held().at(), -1)).hasSize(4);
        assertThat(body.split("\"recordedAt\"", -1)).hasSize(4);
        assertThat(pages.words("/encounters/" + current))
                .contains("What was entered besides", "Why corrected", "Wrong length");
    }

    @Test
    void isForNobodyElse() {
        for (Actor other : List.of(
                Story.self(Role.PARTICIPANT, story.id()),
                Story.self(Role.VOLUNTEER, story.id()),
                Story.AUDITOR,
                Story.ADMINISTRATOR)) {
            pages.as(other);
            hidden(current);
            hidden(UUID.randomUUID());
        }
        assertThat(house.gate.refusals).hasSize(16);
        assertThat(house.gate.looks).isEmpty();
    }

    @Test
    void tellsTheAuditorThatItWasAndWhatWasFoundWithoutAWord() throws Exception {
        pages.as(Story.AUDITOR);
        assertThat(pages.words("/audit?person=" + ada))
                .contains("was logged: in person.")
                .contains("was logged: in person, entered late, volunteer not qualified that day.")
                .contains("was corrected: wrong length.")
                .doesNotContain(NOTE, SECOND_NOTE, REFLECTION);
    }

    @Test
    void keepsItsWordsSealedInTheTables() {
        house.dump("views")
                .forEach((table, rows) -> assertThat(rows)
                        .as(table)
                        .allSatisfy(row -> assertThat(row).doesNotContain(NOTE, SECOND_NOTE, REFLECTION)));
        assertThat(Set.copyOf(house.jdbc()
                        .sql("select note_is from encounter_version")
                        .query(String.class)
                        .list()))
                .containsExactlyInAnyOrder("CHANGED", "KEPT");
    }
}

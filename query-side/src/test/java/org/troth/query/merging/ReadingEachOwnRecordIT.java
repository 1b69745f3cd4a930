package org.troth.query.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.SheetId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.conflict.ConflictEvent.Relation;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.presence.Guest;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** What people read of their own: each of their records while they are one, and never by the word of a view alone. */
@WithPostgres
class ReadingEachOwnRecordIT {

    private static final List<String> OWN =
            List.of("/mine", "/mine/copy.json", "/conflicts", "/erasures/mine", "/disclosures/of/{own}");

    private static House house;
    private static Story story;
    private ParticipantId ada;
    private ParticipantId augusta;
    private Pages pages;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 12).beginning();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        ada = story.enrolled("Ada Byron");
        augusta = story.enquiry("family");
        story.intake(augusta, "Augusta King");
        story.consent(augusta, Purpose.SHARING, LocalDate.of(2026, 12, 31));
        story.named(augusta.value(), Side.PARTICIPANT, Relation.EMPLOYER, "Harbour Bakery");
        story.looked(Story.COORDINATOR, augusta, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        story.tell(new ErasureRequested(
                augusta.value(),
                Side.PARTICIPANT,
                story.id(),
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 8, 1),
                Story.LAW));
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(new PersonsMerged(each, ada, augusta, "same-papers", Story.LAW));
        }
        house.caughtUp();
        house.gate.forget();
        pages = new Pages(house).as(Story.self(Role.PARTICIPANT, ada.value()));
    }

    private String read(String address) throws Exception {
        return pages.get(address.replace("{own}", ada.toString())).getContentAsString();
    }

    @Test
    void isOfAllOfThemWhileTheyAreOne() throws Exception {
        house.gate.alsoTheirs.add(augusta.value());
        assertThat(read("/mine/copy.json")).contains("Ada Byron", "Augusta King", "Harbour Bakery", "2026-08-01");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown())
                        .extracting(Look.Shown::person)
                        .containsExactlyInAnyOrder(ada.value(), augusta.value()));
        assertThat(read("/conflicts")).contains("Harbour Bakery");
        assertThat(Pages.visible(read("/erasures/mine"))).contains("1 August 2026");
        assertThat(read("/mine")).contains("/consents/");
        read("/disclosures/of/{own}");
        assertThat(house.gate.logReads)
                .as("who looked was read of both")
                .anyMatch(each -> each.contains(ada.toString()))
                .anyMatch(each -> each.contains(augusta.toString()));
    }

    @Test
    void isAlsoWhatWasAskedAndGivenAndSetUnderAnother() throws Exception {
        VolunteerId vera = story.volunteer("Vera Rubin", 2, "housing");
        MatchId match = story.started(augusta, vera);
        story.asked(match, augusta, vera, Guest.TRAINEE, LocalDate.of(2026, 6, 9));
        story.outside(match, augusta, vera, "legal-advice");
        GoalId goal = story.goal(augusta, null, "keep the flat", 4, 3);
        SheetId sheet = story.published("Your first hearing", LocalDate.of(2026, 12, 31));
        story.gave(story.met(match, augusta, vera), new CitedSheet(sheet, 1, "ab1"));
        house.caughtUp();
        house.gate.alsoTheirs.add(augusta.value());

        assertThat(pages.words("/mine"))
                .contains(
                        "May somebody else come to a meeting?",
                        "What a volunteer cannot do for me",
                        "note on legal-advice");
        assertThat(pages.words("/presences/in/" + match)).contains("Yes, they may come");
        assertThat(pages.words("/goals")).contains("keep the flat", "3 of 10");
        assertThat(pages.words("/goals/" + goal)).contains("keep the flat", "Show it to them");
        assertThat(pages.words("/sheets/given")).contains("Your first hearing");
        assertThat(pages.as(Story.COORDINATOR).words("/goals/of/" + ada)).contains("3 of 10");
    }

    @Test
    void isRefusedWhereAViewSaysSoAndTheRecordDoesNot() throws Exception {
        for (String address : OWN.subList(0, 4)) {
            assertThatThrownBy(() -> read(address)).as(address).hasCauseInstanceOf(LookForbidden.class);
        }
        read("/disclosures/of/{own}");
        assertThat(house.gate.logReads).noneMatch(each -> each.contains(augusta.toString()));
    }

    @Test
    void isTheirOwnAloneAgainWhenTheyAreTwoPeople() throws Exception {
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(new MergeUndone(each, ada, augusta, Story.LAW));
        }
        house.caughtUp();
        for (String address : OWN) {
            assertThat(read(address))
                    .as(address)
                    .doesNotContain("Augusta King", "Harbour Bakery", "1 August 2026", "2026-08-01");
        }
        assertThat(house.gate.looks)
                .allSatisfy(look ->
                        assertThat(look.shown()).extracting(Look.Shown::person).containsOnly(ada.value()));
    }
}

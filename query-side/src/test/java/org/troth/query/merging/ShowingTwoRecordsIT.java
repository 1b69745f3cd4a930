package org.troth.query.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.AccountId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ShowingTwoRecordsIT {

    private static final Actor ANOTHER = new Actor(new AccountId(new UUID(0, 9)), Set.of(Role.COORDINATOR), null, 0);

    private static House house;
    private static Story story;
    private ParticipantId ada;
    private ParticipantId augusta;
    private Pages pages;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 11).beginning();
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
        house.caughtUp();
        house.gate.forget();
        pages = new Pages(house);
    }

    private void proposed() {
        both(each -> new MergeProposed(each, ada, augusta, "same-papers", Story.LAW));
    }

    private void merged() {
        both(each -> new PersonsMerged(each, ada, augusta, "same-papers", Story.LAW));
    }

    private void both(Function<ParticipantId, Fact> fact) {
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(fact.apply(each));
        }
        house.caughtUp();
    }

    private String two() throws Exception {
        return pages.words("/merges/{one}/{other}", ada.value(), augusta.value());
    }

    @Test
    void showsWhatItTakesToJudgeAndRecordsBoth() throws Exception {
        assertThat(two())
                .contains(
                        "Ada Byron", "Augusta King", "phone of Ada Byron", "phone of Augusta King", "keep this record")
                .doesNotContain("intake note", "enquiry words", "mornings only");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown())
                        .extracting(Look.Shown::person)
                        .containsExactlyInAnyOrder(ada.value(), augusta.value()));
    }

    @Test
    void waitsOnTheWorklistForSomebodyElse() throws Exception {
        proposed();
        assertThat(pages.words("/worklist/merge")).contains("Ada Byron", "Same papers");
        assertThat(pages.get("/worklist/merge").getContentAsString()).contains("/merges/" + ada + "/" + augusta);
        assertThat(two())
                .contains("Somebody else has to look", "I have thought again")
                .doesNotContain("Yes, one person");
        assertThat(pages.as(ANOTHER).words("/merges/{one}/{other}", augusta.value(), ada.value()))
                .contains("Yes, one person", "No, two people")
                .doesNotContain("keep this record");
        both(each -> new MergeDropped(each, ada, augusta, Story.LAW));
        assertThat(pages.words("/worklist/merge")).doesNotContain("Ada Byron");
        assertThat(two()).contains("keep this record");
    }

    @Test
    void leadsToTheKeptRecordAndShowsBothHistoriesThere() throws Exception {
        merged();
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains(
                        "This person has another record",
                        "Another record was found to be of the same person: same papers.");
        assertThat(house.gate.looks.get(0).shown())
                .extracting(Look.Shown::person)
                .contains(ada.value(), augusta.value());
        assertThat(pages.get("/participants/{id}", ada.value()).getContentAsString())
                .contains("/participants/" + augusta);
        assertThat(pages.words("/participants/{id}", augusta.value()))
                .contains("This record and another one are of the same person", "Augusta King");

        String found = pages.post("/participants/search", "term", "Augusta").getContentAsString();
        assertThat(found).contains("/participants/" + ada).doesNotContain("/participants/" + augusta);
        assertThat(pages.get("/participants").getContentAsString())
                .contains("/participants/" + ada)
                .doesNotContain("/participants/" + augusta);
        assertThat(pages.get("/worklist/enrolment").getContentAsString()).doesNotContain("/participants/" + augusta);

        both(each -> new MergeUndone(each, ada, augusta, Story.LAW));
        assertThat(pages.post("/participants/search", "term", "Augusta").getContentAsString())
                .contains("/participants/" + augusta);
        assertThat(pages.get("/worklist/enrolment").getContentAsString()).contains("/participants/" + augusta);
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("The other record is of another person after all.")
                .doesNotContain("This person has another record");
    }

    @Test
    void showsAWayAsUnsafeThatTheOtherRecordSaysIsUnsafe() throws Exception {
        story.tell(new ContactMarkedUnsafe(augusta, ContactChannel.PHONE));
        house.caughtUp();
        assertThat(pages.words("/participants/{id}", ada.value())).contains("phone of Ada Byron");
        merged();
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("Not safe: send nothing", "text number of Ada Byron")
                .doesNotContain("phone of Ada Byron");
        assertThat(two()).as("beside each other, too").doesNotContain("phone of Ada Byron");
    }

    @Test
    void losesNobodyWhoWaitsWhereTheKeptRecordWaitsForNothing() throws Exception {
        story.waits(augusta, Urgency.SOON);
        merged();
        assertThat(pages.get("/worklist/list").getContentAsString())
                .as("their place, which the kept record has not")
                .contains("/participants/" + augusta);
        assertThat(pages.get("/worklist/enrolment").getContentAsString()).doesNotContain("/participants/" + augusta);
        story.waits(ada, Urgency.STEADY);
        house.caughtUp();
        assertThat(pages.get("/worklist/list").getContentAsString())
                .contains("/participants/" + ada)
                .doesNotContain("/participants/" + augusta);
        story.ends(ada, LocalDate.parse("2030-01-01"));
        house.caughtUp();
        assertThat(pages.get("/worklist/list").getContentAsString()).contains("/participants/" + augusta);
        assertThat(pages.get("/worklist/enrolment").getContentAsString())
                .as("they came back after support had ended")
                .contains("/participants/" + augusta);
    }

    @Test
    void goesFromASearchToTheTwoBesideEachOther() throws Exception {
        assertThat(pages.get("/merges/new?participant=" + ada).getContentAsString())
                .contains("name=\"beside\" value=\"" + ada + "\"");
        String found = pages.post("/participants/search", "term", "king", "beside", ada.toString())
                .getContentAsString();
        assertThat(found).contains("/merges/" + ada + "/" + augusta);
    }

    @Test
    void isNobodyElsesPage() {
        for (Actor other : List.of(Story.AUDITOR, Story.self(Role.PARTICIPANT, ada.value()))) {
            assertThatThrownBy(() -> pages.as(other).get("/merges/{one}/{other}", ada.value(), augusta.value()))
                    .hasCauseInstanceOf(LookForbidden.class);
            assertThatThrownBy(() -> pages.as(other).get("/merges/new?participant=" + ada))
                    .hasCauseInstanceOf(LookForbidden.class);
        }
        assertThatThrownBy(
                        () -> pages.as(Story.COORDINATOR).get("/merges/{one}/{other}", ada.value(), UUID.randomUUID()))
                .hasCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.as(Story.COORDINATOR).get("/merges/{one}/{other}", ada.value(), ada.value()))
                .hasCauseInstanceOf(LookForbidden.class);
    }
}

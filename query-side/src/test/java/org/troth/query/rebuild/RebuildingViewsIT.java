package org.troth.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.AgencyId;
import org.troth.events.Families;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Words;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.ledger.LedgerEvent.ViewsRebuilt;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.Unit;
import org.troth.query.freshness.ViewsTokens;
import org.troth.query.rebuild.Progress.State;
import org.troth.query.sample.House;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

class RebuildingViewsIT {

    private TestDatabase database;
    private House house;
    private Story story;

    @BeforeEach
    void openHouse() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 7).beginning().lives(44);
    }

    @AfterEach
    void closeHouse() {
        house.close();
        database.close();
    }

    @Test
    void meetsEveryKindOfFactInItsStory() {
        Set<String> told = house.feed.facts().stream()
                .map(each -> each.getPayloadType().getName())
                .collect(Collectors.toSet());
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Families.facts().map(Class::getName).toList());
    }

    @Test
    void givesTheSameRowsAsTheLiveProcessor() throws Exception {
        house.live().caughtUp();
        Map<String, List<String>> before = house.dump("views");
        assertThat(before.get("chronicle")).hasSize(house.feed.facts().size());
        before.forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        house.bean(ViewsRebuild.class).rebuild();

        assertThat(house.dump("views")).isEqualTo(before);
        assertThat(house.schemas()).containsExactly("views");
        assertThat(house.bean(ViewsTokens.class).reached()).isEqualTo(house.feed.last());
        assertThat(house.migrate()).isZero();
    }

    @Test
    void goesOnWithNewFactsAfterTheChangeOver() throws Exception {
        house.live().caughtUp();
        house.bean(ViewsRebuild.class).rebuild();
        story.lives(3);
        house.caughtUp();
        assertThat(house.dump("views").get("chronicle"))
                .hasSize(house.feed.facts().size());
    }

    @Test
    void givesTheSameRowsWhenEveryFactIsHandledTwice() throws Exception {
        house.live().caughtUp();
        Map<String, List<String>> once = house.dump("views");
        house.pause();
        house.jdbc().sql("update progress set position = null").update();
        house.resume();
        house.caughtUp();
        assertThat(house.dump("views")).isEqualTo(once);
    }

    @Test
    void isRecordedUnderTheNameOfWhoeverAskedAndHasNoOtherEffect() throws Exception {
        house.live().caughtUp();
        ViewsRebuild rebuild = house.bean(ViewsRebuild.class);
        long facts = house.feed.facts().size();

        UUID first = rebuild.start(new Unit(Story.ADMINISTRATOR, UUID.randomUUID()), null);
        UUID second = rebuild.start(new Unit(Story.ADMINISTRATOR, UUID.randomUUID()), null);
        while (rebuild.progress().running()) {
            Thread.sleep(5);
        }

        assertThat(second).isEqualTo(first);
        assertThat(rebuild.progress().state()).isEqualTo(State.DONE);
        assertThat(rebuild.progress().facts()).isEqualTo(facts);
        assertThat(rebuild.progress().percent()).isEqualTo(100);
        assertThat(house.recording.recorded)
                .singleElement()
                .satisfies(
                        recorded -> assertThat(recorded.fact()).isEqualTo(new ViewsRebuilt(first, facts - 1, facts)));
        assertThat(house.gate.looks).isEmpty();
        assertThat(house.gate.searches).isEmpty();
    }

    @Test
    void fillsARowThatSeveralFactsWroteOneAfterTheOther() throws Exception {
        house.live().caughtUp();
        ParticipantId ada = story.enquiry("housing");
        for (String number : List.of("first", "second", "third")) {
            story.tell(new SafeContactChosen(
                    ada,
                    ContactChannel.PHONE,
                    PretendWords.sealed(Words.PARTICIPANT_CONTACT, ada.value(), number),
                    null));
        }
        house.caughtUp();
        Map<String, List<String>> before = house.dump("views");

        house.bean(ViewsRebuild.class).rebuild();

        assertThat(house.dump("views")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"description\":\"Free advice\",\"fee\":1e999999999}",
                "{\"description\":\"Free advice\",\"fee\":1E-999999999,\"least\":1e-2147483649}",
                "{\"description\":\"Free advice\",\"a\\u0000name\":\"x\"}",
                "{\"description\":\"Free advice\",\"half\\ud800\":\"x\"}",
                "{\"description\":\"Free advice\",\"website\":[\"https://harbour.test\"]}",
            })
    void isHeldUpByNoPublishedRecordWhateverStandsInIt(String published) throws Exception {
        AgencyId agency = new AgencyId(story.id());
        story.tell(new AgencyListed(agency, "a-2", "Quay Law", published, "0"));
        house.live().caughtUp();
        house.bean(ViewsRebuild.class).rebuild();
        assertThat(house.jdbc()
                        .sql("select description from agency where id = ? and website is null")
                        .param(agency.value())
                        .query(String.class)
                        .list())
                .containsExactly("Free advice");
    }

    @Test
    void leavesTheOldRowsWhenItFails() {
        house.live().caughtUp();
        Map<String, List<String>> before = house.dump("views");
        ViewsRebuild rebuild = house.bean(ViewsRebuild.class);
        house.feed.poison(true);
        assertThatThrownBy(rebuild::rebuild).isInstanceOf(IllegalStateException.class);
        house.feed.poison(false);
        assertThat(house.dump("views")).isEqualTo(before);
        assertThat(house.schemas()).containsExactly("views");
    }

    @Test
    void clearsAtTheNextStartWhatAKilledRebuildLeftBehind() {
        house.jdbc().sql("create schema views_next").update();
        house.jdbc().sql("create table views_next.participant (id uuid)").update();
        house.jdbc().sql("create schema views_old").update();
        house.bean(ViewsRebuild.class).start();
        assertThat(house.schemas()).containsExactly("views");
    }

    @Test
    void keepsTheCountersEqualToTheRows() {
        house.live().caughtUp();
        assertThat(house.jdbc()
                        .sql("select stage || ' ' || cases from case_count where cases <> 0 order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(house.jdbc()
                        .sql("select stage || ' ' || count(*) from case_now group by stage order by 1")
                        .query(String.class)
                        .list());
        assertThat(house.jdbc()
                        .sql("select sum(enquiries) || ' ' || sum(enrolments) from case_month")
                        .query(String.class)
                        .single())
                .isEqualTo(house.jdbc()
                        .sql("select count(*) || ' ' || count(enrolled) from case_now")
                        .query(String.class)
                        .single());
    }
}

package org.troth.query.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextRefreshedEvent;
import org.troth.events.ParticipantId;
import org.troth.events.disclosure.Look;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.query.rebuild.ViewsRebuild;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendMarks;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class MarkingNamesIT {

    private static final int PEOPLE = NameSearch.FEWEST_MARKED + 20;
    private static final String NOBODY = "Quxwyv";
    private static final List<String> GIVEN = List.of(
            "Zo\u00eb", "ANNE-MARIE", "Nu\u0308ran", "\u674e\u5c0f", "Al", "\u0391\u03c3\u03c4\u03ae\u03c1", "Tzviya");
    private static final List<String> FAMILY =
            List.of("M\u00fcller", "o'Brien", "\u05db\u05d4\u05df", "de la Cruz", "\u7530\u4e2d", "Y\u0131ld\u0131z");

    private static House house;
    private static Story story;
    private static final List<ParticipantId> people = new ArrayList<>();
    private static final List<String> names = new ArrayList<>();
    private final NameMarks marks = house.bean(NameMarks.class);
    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database, new PretendMarks());
        story = new Story(house.feed, 5).beginning();
        Random random = new Random(7);
        for (int number = 0; number < PEOPLE; number++) {
            ParticipantId person = story.enquiry("housing");
            people.add(person);
            String name = GIVEN.get(random.nextInt(GIVEN.size())) + " " + FAMILY.get(random.nextInt(FAMILY.size()));
            names.add(name + " " + number);
            story.intake(person, name + " " + number);
        }
        house.live().caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
        people.clear();
        names.clear();
    }

    @BeforeEach
    void begin() {
        house.gate.forget();
        house.jdbc().sql("delete from name_mark").update();
        house.words.openedSince();
        pages = new Pages(house);
    }

    @Test
    void opensEverybodyOnceAndThenOnlyWhomATermMayName() throws Exception {
        assertThat(found(NOBODY)).isZero();
        assertThat(house.words.openedSince()).isEqualTo(everybody());
        assertThat(marked()).isGreaterThanOrEqualTo(PEOPLE);

        assertThat(found(NOBODY)).isZero();
        assertThat(house.words.openedSince()).isZero();
        assertThat(found(names.get(17))).isPositive();
        assertThat(house.words.openedSince()).isLessThan(30);
    }

    @Test
    void recordsWhatAScanWithoutMarksRecords() throws Exception {
        found(NOBODY);
        house.gate.forget();

        int shown = found(names.get(17));

        assertThat(house.gate.searches)
                .singleElement()
                .satisfies(each -> assertThat(each).hasSize((int) everybody()));
        assertThat(house.gate.looks)
                .singleElement()
                .extracting(Look::shown)
                .satisfies(each -> assertThat(each).hasSize(shown));
    }

    @Test
    void answersAsTheScanDoesWhateverIsAskedAndHoweverManyAreMarked() throws Exception {
        List<String> terms = new ArrayList<>(List.of(
                "a",
                "\u00dc",
                "zoe",
                "ZOE\u0308",
                "n\u00fcran",
                "\u674e",
                "\u5c0f \u7530\u4e2d",
                "\u03b1\u03c3",
                "-m",
                "o'b",
                "'",
                "  la   CRUZ ",
                "\u05db\u05d4",
                "\u0131z 4",
                "11",
                "llerx",
                NOBODY));
        for (String given : GIVEN) {
            terms.add(given + " " + FAMILY.get(terms.size() % FAMILY.size()) + " 1");
        }
        List<String> scanned = answers(terms, "true");
        found(NOBODY);
        List<String> sieved = answers(terms, "false");
        List<String> partly = answers(terms, "left(person::text, 1) < '8'");

        assertThat(sieved).isEqualTo(scanned);
        assertThat(partly).isEqualTo(scanned);
        assertThat(scanned).anySatisfy(answer -> assertThat(answer).contains("\"more\":true"));
        assertThat(scanned).anySatisfy(answer -> assertThat(answer).contains("\"participants\":[]"));
    }

    /** These marks are forgotten before each search. */
    private List<String> answers(List<String> terms, String forgotten) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String term : terms) {
            house.jdbc().sql("delete from name_mark where " + forgotten).update();
            answers.add(pages.json("/api/v1/participants/search", "{\"term\":\"" + term + "\"}")
                    .getContentAsString());
        }
        return answers;
    }

    @Test
    void findsWhoWasCalledOtherwiseByTheNewNameAlone() throws Exception {
        found(NOBODY);
        ParticipantId renamed = people.get(3);
        story.intake(renamed, "Halcyon Vask");
        house.caughtUp();

        assertThat(found("halcyon")).isOne();
        assertThat(found("lcyon va")).isOne();
        story.intake(renamed, "Otherwise Vask");
        house.caughtUp();
        assertThat(found("halcyon")).isZero();
        assertThat(found("otherwise")).isOne();
    }

    @Test
    void forgetsTheMarksOfWhoWasErasedForGood() throws Exception {
        ParticipantId erased = story.enquiry("housing");
        story.intake(erased, "Perpetua Lindqvist");
        house.caughtUp();
        assertThat(found("perpetua")).isOne();
        assertThat(found(NOBODY)).isZero();
        NameMarks.Name before = house.bean(ParticipantViews.class).markedNames().get(0);
        assertThat(before.marks()).isNotNull();

        story.tell(new KeyDestroyed(erased.value(), List.of(story.id()), "erasure"));
        house.caughtUp();
        assertThat(stateOf(erased)).isEqualTo("CLOSED without marks");
        // A search that opened the name before the keys were destroyed, and writes afterwards.
        NameMarks.Notes late = marks.notes();
        late.opened(new NameMarks.Name(before.sealed(), null, null), "perpetua lindqvist");
        late.keep();
        assertThat(stateOf(erased)).isEqualTo("CLOSED without marks");

        house.words.erase(erased.value());
        assertThat(found("perpetua")).isZero();
        assertThat(stateOf(erased)).isEqualTo("ERASED without marks");
        late.opened(new NameMarks.Name(before.sealed(), null, null), "perpetua lindqvist");
        late.keep();
        assertThat(stateOf(erased)).isEqualTo("ERASED without marks");
        house.words.openedSince();
        assertThat(found("perpetua")).isZero();
        assertThat(house.words.openedSince()).isZero();
    }

    @Test
    void goesOnFindingWhoLostAnotherKeyThanThatOfTheName() throws Exception {
        ParticipantId person = story.enquiry("housing");
        story.intake(person, "Ottoline Varga");
        story.tell(new KeyDestroyed(person.value(), List.of(story.id()), "erasure"));
        house.caughtUp();

        assertThat(found("ottoline")).isOne();
        assertThat(found("ottoline")).isOne();
        assertThat(stateOf(person)).isEqualTo("CLOSED without marks");
    }

    @Test
    void beginsAnewWhenTheViewsAreFilledAnew() throws Exception {
        found(NOBODY);
        house.bean(ViewsRebuild.class).rebuild();
        assertThat(marked()).isZero();
        assertThat(found(names.get(17))).isPositive();
        found(NOBODY);
        assertThat(marked()).isGreaterThanOrEqualTo(PEOPLE);
    }

    @Test
    void leavesNothingBehindWhenItIsSwitchedOff(TestDatabase database) throws Exception {
        found(NOBODY);
        assertThat(marked()).isPositive();
        try (House off = new House(database)) {
            assertThat(off.bean(NameMarks.class).areOn()).isFalse();
            assertThat(marked()).isZero();
        }
        house.context.publishEvent(new ContextRefreshedEvent(house.context));
        found(NOBODY);
        assertThat(marked()).isGreaterThanOrEqualTo(PEOPLE);
        house.context.publishEvent(new ContextRefreshedEvent(house.context));
        assertThat(marked()).isGreaterThanOrEqualTo(PEOPLE);
    }

    @Test
    void marksNobodyAmongAFew() throws Exception {
        try (TestDatabase other = TestDatabase.fresh();
                House small = new House(other, new PretendMarks())) {
            Story few = new Story(small.feed, 5).beginning();
            for (int number = 0; number < 5; number++) {
                few.enrolled("Nobody Much " + number);
            }
            small.live().caughtUp();
            String answer = new Pages(small)
                    .json("/api/v1/participants/search", "{\"term\":\"much 3\"}")
                    .getContentAsString();
            assertThat(answer).contains("Nobody Much 3");
            assertThat(small.jdbc()
                            .sql("select count(*) from name_mark")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private int found(String term) throws Exception {
        String answer = pages.json("/api/v1/participants/search", "{\"term\":\"" + term + "\"}")
                .getContentAsString();
        return answer.split("\"position\":", -1).length - 1;
    }

    private static long everybody() {
        return house.jdbc()
                .sql("select count(*) from participant where name is not null")
                .query(Long.class)
                .single();
    }

    private static long marked() {
        return house.jdbc()
                .sql("select count(*) from name_mark where state = 'MARKED' and marks is not null")
                .query(Long.class)
                .single();
    }

    private static String stateOf(ParticipantId person) {
        return house.jdbc()
                .sql(
                        "select state || case when marks is null then ' without marks' else ' with marks' end from name_mark"
                                + " where person = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }
}

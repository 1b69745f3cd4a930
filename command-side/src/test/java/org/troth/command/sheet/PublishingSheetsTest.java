package org.troth.command.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.command.sheet.SheetRequest.NewReview;
import org.troth.command.sheet.SheetRequest.NewSheet;
import org.troth.events.SheetId;
import org.troth.events.recording.Precondition;
import org.troth.events.sheet.SheetEvent;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetsInReview;
import org.troth.events.sheet.SheetsInReview.Offer;

/** S0-15, S3-15: somebody of the law has reviewed what is given, and for how long that holds. */
class PublishingSheetsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate UNTIL = LocalDate.of(2027, 5, 31);

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock);
    private final MemoryRecord record = house.record();
    private final RecordedSheets sheets = new RecordedSheets(record, clock);
    private final SheetDesk desk = new SheetDesk(
            house.dispatch(), PermitsForTests.of(new MemoryDisclosing(), record), sheets, new MemoryDigests(), clock);
    private final Asked coordinator = People.coordinator();

    @AfterEach
    void close() {
        house.close();
    }

    private static NewSheet said(String title, String text, LocalDate until) {
        return said(title, "GB-ENG", text, TODAY.minusDays(3).toString(), until.toString());
    }

    private static NewSheet said(
            String title, @Nullable String jurisdiction, String text, String on, @Nullable String until) {
        return new NewSheet(title, jurisdiction, "en", text, "solicitor", on, until);
    }

    private SheetId publish(String title) {
        return SheetId.of(desk.publish(coordinator, said(title, "What " + title + " says.", UNTIL))
                .answer());
    }

    private boolean inReview(SheetId sheet, int version, LocalDate day) {
        return sheets.of(sheet, version, day, clock.instant()).inReview();
    }

    private List<Offer> offered(LocalDate day) {
        return sheets.now(day, null, 100).offers();
    }

    /** A form shows no more than it is asked for, in one language, and says in which there are others. */
    @Test
    void offersSoManyOfOneLanguageAndReadsOnlyWhatCameSince() {
        for (String title : List.of("first", "second", "third")) {
            publish(title);
        }
        desk.publish(
                coordinator,
                new NewSheet(
                        "primera",
                        "GB-ENG",
                        "es",
                        "Lo que dice.",
                        "solicitor",
                        TODAY.minusDays(3).toString(),
                        UNTIL.toString()));
        SheetsInReview.Offers two = sheets.now(TODAY, "en", 2);
        assertThat(two.offers()).extracting(Offer::title).containsExactly("first", "second");
        assertThat(two.more()).isTrue();
        assertThat(two.languages()).containsExactly("en", "es");
        SheetsInReview.Offers other = sheets.now(TODAY, "es", 2);
        assertThat(other.offers()).extracting(Offer::title).containsExactly("primera");
        assertThat(other.more()).isFalse();
        assertThat(new RecordedSheets(record, clock).now(TODAY, null, 100)).isEqualTo(sheets.now(TODAY, null, 100));
        Shelf before = sheets.shelf();
        SheetId last = publish("fourth");
        assertThat(sheets.shelf().facts()).isEqualTo(before.facts() + 1);
        assertThat(before.newest(last)).isEmpty();
    }

    @Test
    void keepsWhatItSaysWithItsDigestAndNobodysName() {
        publish("hearing");
        assertThat(record.facts(SheetPublished.class)).singleElement().satisfies(fact -> {
            assertThat(fact.version()).isEqualTo(1);
            assertThat(fact.jurisdiction()).isEqualTo("GB-ENG");
            assertThat(fact.sha256()).isEqualTo(new MemoryDigests().sha256("What hearing says."));
            assertThat(fact.review().reviewer()).isEqualTo("solicitor");
        });
    }

    @Test
    void countsVersionsAndPublishesNoneTwice() {
        SheetId sheet = publish("hearing");
        assertThatThrownBy(() -> desk.publishVersion(coordinator, sheet, said("hearing", "What hearing says.", UNTIL)))
                .isInstanceOf(SheetRefused.class);
        desk.publishVersion(coordinator, sheet, said("a hearing", "What hearing says.", UNTIL));
        publish("eviction");
        assertThat(record.facts(SheetPublished.class))
                .extracting(SheetPublished::version)
                .containsExactly(1, 2, 1);
        assertThatThrownBy(() -> desk.publishVersion(
                        coordinator, new SheetId(UUID.randomUUID()), said("hearing", "Another text.", UNTIL)))
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void isGivenUpToTheLastDayOfItsReviewAndAgainAfterAnother() {
        SheetId sheet = publish("hearing");
        assertThat(inReview(sheet, 1, TODAY.minusDays(4))).isFalse();
        assertThat(inReview(sheet, 1, TODAY.minusDays(3))).isTrue();
        assertThat(inReview(sheet, 1, UNTIL)).isTrue();
        assertThat(inReview(sheet, 1, UNTIL.plusDays(1))).isFalse();
        assertThat(offered(UNTIL)).extracting(Offer::sheet).containsExactly(sheet);
        assertThat(offered(UNTIL.plusDays(1))).isEmpty();

        clock.forward(Duration.ofDays(300));
        LocalDate later = TODAY.plusDays(300);
        desk.review(
                coordinator,
                sheet,
                new NewReview("law-centre", later.toString(), later.plusDays(90).toString()));
        assertThat(inReview(sheet, 1, later)).isTrue();
        // In between nobody had looked at it.
        assertThat(inReview(sheet, 1, UNTIL.plusDays(1))).isFalse();
        assertThat(record.facts(SheetReviewed.class)).hasSize(1);
    }

    @Test
    void isGivenNoLongerThanTheLastReviewSays() {
        SheetId sheet = publish("hearing");
        desk.review(
                coordinator,
                sheet,
                new NewReview("law-centre", TODAY.toString(), TODAY.plusDays(30).toString()));
        assertThat(inReview(sheet, 1, TODAY.minusDays(1))).isTrue();
        assertThat(inReview(sheet, 1, TODAY.plusDays(30))).isTrue();
        assertThat(inReview(sheet, 1, TODAY.plusDays(31))).isFalse();
        assertThat(offered(TODAY.plusDays(31))).isEmpty();
    }

    @Test
    void isOfferedInItsNewestVersionWhileAnEarlierOneMayBeCitedAsLongAsItsReviewHolds() {
        SheetId sheet = publish("hearing");
        publish("eviction");
        desk.publishVersion(coordinator, sheet, said("a hearing", "Another text.", UNTIL.plusDays(30)));
        assertThat(offered(TODAY))
                .extracting(Offer::title, Offer::version)
                .containsExactly(tuple("a hearing", 2), tuple("eviction", 1));
        assertThat(inReview(sheet, 1, UNTIL)).isTrue();
        assertThat(inReview(sheet, 1, UNTIL.plusDays(1))).isFalse();
        assertThat(inReview(sheet, 2, UNTIL.plusDays(1))).isTrue();
    }

    @Test
    void isGivenToNobodyFromTheMomentItIsTakenBack() {
        SheetId sheet = publish("hearing");
        clock.forward(Duration.ofHours(2));
        desk.takeBack(coordinator, sheet);
        assertThat(sheets.of(sheet, 1, TODAY, clock.instant().minusSeconds(60)).inReview())
                .isTrue();
        assertThat(inReview(sheet, 1, TODAY)).isFalse();
        assertThat(offered(TODAY)).isEmpty();
        assertThatThrownBy(() -> desk.takeBack(coordinator, sheet)).isInstanceOf(SheetRefused.class);
        assertThatThrownBy(() ->
                        desk.review(coordinator, sheet, new NewReview("solicitor", TODAY.toString(), UNTIL.toString())))
                .isInstanceOf(SheetRefused.class);
        desk.publishVersion(coordinator, sheet, said("hearing", "Another text.", UNTIL));
        assertThat(offered(TODAY)).extracting(Offer::version).containsExactly(2);
    }

    @Test
    void isTakenBackWithEveryEarlierVersionAndMayComeBackAsItWas() {
        SheetId sheet = publish("hearing");
        desk.publishVersion(coordinator, sheet, said("hearing", "Another text.", UNTIL));
        clock.forward(Duration.ofHours(2));
        desk.takeBack(coordinator, sheet);
        assertThat(inReview(sheet, 1, TODAY)).isFalse();
        assertThat(inReview(sheet, 2, TODAY)).isFalse();
        desk.publishVersion(coordinator, sheet, said("hearing", "Another text.", UNTIL));
        assertThat(inReview(sheet, 2, TODAY)).isFalse();
        assertThat(inReview(sheet, 3, TODAY)).isTrue();
    }

    @Test
    void answersWithWhatItReadAndKnowsNoOtherSheet() {
        SheetId sheet = publish("hearing");
        publish("eviction");
        assertThat(sheets.of(sheet, 1, TODAY, clock.instant()).precondition())
                .isEqualTo(new Precondition(RecordedSheets.STREAM, 1));
        assertThat(sheets.of(sheet, 2, TODAY, clock.instant()).sha256()).isNull();
        assertThat(sheets.of(new SheetId(UUID.randomUUID()), 1, TODAY, clock.instant())
                        .inReview())
                .isFalse();
    }

    @Test
    void refusesAReviewThatIsStillToComeOrOverOrTooLong() {
        String on = TODAY.toString();
        refused("reviewedOn", said("x", "GB-ENG", "y", TODAY.plusDays(1).toString(), UNTIL.toString()));
        refused(
                "reviewBy",
                said("x", "GB-ENG", "y", "2026-01-01", TODAY.minusDays(1).toString()));
        refused(
                "reviewBy",
                said("x", "GB-ENG", "y", on, TODAY.plusYears(2).plusDays(1).toString()));
        refused("reviewBy", said("x", "GB-ENG", "y", on, null));
        desk.publish(
                coordinator, said("x", "GB-ENG", "y", on, TODAY.plusYears(2).toString()));
        assertThat(record.facts(SheetEvent.class)).hasSize(1);
    }

    @Test
    void takesOnlyJurisdictionsThatAreWrittenAsSuch() {
        for (String none : new String[] {"England", "XX", "gb-eng", "GB-", "GB-ENGL", "US-CA-LA"}) {
            refused("jurisdiction", said("x", none, "y", TODAY.toString(), UNTIL.toString()));
        }
        refused("jurisdiction", said("x", null, "y", TODAY.toString(), UNTIL.toString()));
        desk.publish(coordinator, said("x", "US-CA", "y", TODAY.toString(), UNTIL.toString()));
        desk.publish(coordinator, said("x", "CA", "z", TODAY.toString(), UNTIL.toString()));
    }

    private void refused(String field, NewSheet said) {
        assertThatThrownBy(() -> desk.publish(coordinator, said))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Invalid.Fault::field)
                        .containsExactly(field));
    }

    @Test
    void isForCoordinatorsAlone() {
        SheetId sheet = publish("hearing");
        NewReview review = new NewReview("solicitor", TODAY.toString(), UNTIL.toString());
        for (Asked other : List.of(People.participant(UUID.randomUUID()), People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.publish(other, said("x", "y", UNTIL))).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.publishVersion(other, sheet, said("x", "y", UNTIL)))
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.review(other, sheet, review)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.takeBack(other, sheet)).isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts(SheetEvent.class)).hasSize(1);
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        String key = UUID.randomUUID().toString();
        NewSheet said = said("hearing", "What it says.", UNTIL);
        Outcome first = desk.publish(People.withKey(coordinator, key), said);
        Outcome second = desk.publish(People.withKey(coordinator, key), said);
        assertThat(second.repeated()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(record.facts(SheetPublished.class)).hasSize(1);
    }
}

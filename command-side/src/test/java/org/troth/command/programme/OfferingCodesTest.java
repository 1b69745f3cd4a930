package org.troth.command.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.CodeList;
import org.troth.command.programme.ProgrammeRequest.NewCode;
import org.troth.command.programme.ProgrammeRequest.NewLabels;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.account.Role;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeWithdrawn;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

/** S0-4, S1-1: which matters and whom a programme serves is its own to say, and what it said before stays readable. */
class OfferingCodesTest {

    private final MemoryHouse house = MemoryHouse.of(new MovableClock());
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedProgramme programme = new RecordedProgramme(house.record());
    private final OfferedCodes offered = new OfferedCodes(programme);
    private final ProgrammeDesk desk =
            new ProgrammeDesk(house.dispatch(), PermitsForTests.of(disclosing, house.record()), programme);
    private final Asked coordinator = People.coordinator();

    @AfterEach
    void close() {
        LocaleContextHolder.resetLocaleContext();
        house.close();
    }

    private String offer(ProgrammeList list, @Nullable String code, String english, @Nullable String arabic) {
        return desk.offer(coordinator, new NewCode(list.name(), code, english, arabic))
                .answer();
    }

    private String matter(String english) {
        return offer(ProgrammeList.MATTER, null, english, null);
    }

    private List<String> matters() {
        return offered.choices(ProgrammeList.MATTER).stream().map(Choice::value).toList();
    }

    private void withdraw(String code) {
        desk.withdraw(coordinator, ProgrammeList.MATTER, code);
    }

    private static void refused(String rule, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProgrammeRefused.class, no -> assertThat(no.rule()).isEqualTo(rule));
    }

    @Test
    void beginsWithWhatThePublishedPackLists() {
        assertThat(matters()).containsExactlyElementsOf(CodeList.MATTER.codes());
        assertThat(offered.choices(ProgrammeList.PARTICIPANT_CLASS))
                .as("nobody is asked who they are before the programme wants to know")
                .isEmpty();
    }

    @Test
    void offersOneOfItsOwnByAShortNameMadeOfItsWords() {
        assertThat(matter("School exclusion (1st time)")).isEqualTo("school-exclusion-1st-time");
        assertThat(matters()).endsWith("school-exclusion-1st-time", "other");
        assertThat(house.record().facts(ProgrammeCodeOffered.class))
                .extracting(ProgrammeCodeOffered::list, ProgrammeCodeOffered::labels)
                .containsExactly(tuple(ProgrammeList.MATTER, List.of(new Label("en", "School exclusion (1st time)"))));
    }

    @Test
    void saysItInTheLanguageOfThePageOrInTheMainOneKeptApart() {
        offer(ProgrammeList.MATTER, "school", "School", "المدرسة");
        offer(ProgrammeList.MATTER, "pets", "Pets (any)", null);
        assertThat(words("school")).isEqualTo("School");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ar"));
        assertThat(words("school")).isEqualTo("المدرسة");
        assertThat(words("pets")).isEqualTo("\u2068Pets (any)\u2069");
    }

    private String words(String code) {
        return offered.choices(ProgrammeList.MATTER).stream()
                .filter(each -> each.value().equals(code))
                .map(each -> each.label().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsWhatWasWithdrawnBeChosenNoMoreButBeLookedForAndOfferedAgain() {
        String own = matter("School exclusion");
        withdraw(own);
        withdraw("consumer");
        assertThat(matters()).doesNotContain(own, "consumer");
        assertThatThrownBy(() -> offered.stillOffered(unit(), "matter", List.of(own), ProgrammeList.MATTER))
                .isInstanceOf(Invalid.class);
        Fields fields = new Fields();
        assertThat(offered.known(fields, "matter", own, ProgrammeList.MATTER).get())
                .isEqualTo(own);
        assertThat(offered.allChoices(ProgrammeList.MATTER))
                .filteredOn(each -> each.value().equals(own))
                .singleElement()
                .extracting(each -> each.label().toString())
                .isEqualTo("School exclusion");
        desk.offerAgain(coordinator, ProgrammeList.MATTER, own);
        desk.offerAgain(coordinator, ProgrammeList.MATTER, "consumer");
        assertThat(matters()).contains(own, "consumer");
        assertThat(words(own)).isEqualTo("School exclusion");
    }

    @Test
    void answersWithWhatMustHoldWhenItIsRecorded() {
        matter("School exclusion");
        assertThat(offered.stillOffered(unit(), "matter", List.of("housing"), ProgrammeList.MATTER)
                        .preconditions())
                .containsExactly(new Precondition(RecordedProgramme.STREAM, 0));
        assertThat(offered.stillOffered(unit(), "matter", List.of(), ProgrammeList.MATTER)
                        .preconditions())
                .isEmpty();
    }

    private Unit unit() {
        return new Unit(coordinator.actor(), UUID.randomUUID());
    }

    @Test
    void replacesTheWordsOfItsOwnAndNeverThoseThatWerePublished() {
        String own = matter("School");
        desk.relabel(coordinator, ProgrammeList.MATTER, own, new NewLabels("School exclusion", "الفصل من المدرسة"));
        assertThat(words(own)).isEqualTo("School exclusion");
        refused(
                "same-labels",
                () -> desk.relabel(
                        coordinator, ProgrammeList.MATTER, own, new NewLabels("School exclusion", "الفصل من المدرسة")));
        refused(
                "published-words",
                () -> desk.relabel(coordinator, ProgrammeList.MATTER, "housing", new NewLabels("Homes", null)));
        withdraw(own);
        refused(
                "already-withdrawn",
                () -> desk.relabel(coordinator, ProgrammeList.MATTER, own, new NewLabels("Other words", null)));
    }

    @Test
    void givesOneCodeOneMeaningAndOneWordOneCode() {
        matter("School exclusion");
        for (String taken : List.of("school-exclusion", "housing", "interpreter", "tenant-of")) {
            if (taken.equals("tenant-of")) {
                offer(ProgrammeList.PARTICIPANT_CLASS, taken, "Somebody who rents", null);
            }
            refused("code-taken", () -> offer(ProgrammeList.MATTER, taken, "Quite other words", null));
        }
        refused("label-taken", () -> offer(ProgrammeList.MATTER, "exclusion", "school EXCLUSION", null));
        refused("label-taken", () -> offer(ProgrammeList.MATTER, "homes", "Housing", null));
    }

    @Test
    void leavesSomethingToChooseForWhoeverComes() {
        refused("always-offered", () -> withdraw("other"));
    }

    @Test
    void withdrawsAndReturnsEachOnce() {
        withdraw("consumer");
        refused("already-withdrawn", () -> withdraw("consumer"));
        desk.offerAgain(coordinator, ProgrammeList.MATTER, "consumer");
        refused("already-offered", () -> desk.offerAgain(coordinator, ProgrammeList.MATTER, "consumer"));
        assertThatThrownBy(() -> withdraw("nothing-of-ours")).isInstanceOf(NotOnRecord.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Housing",
                "a b",
                "-a",
                "a-",
                "a--b",
                "1a",
                "a_b",
                "../a",
                "حق",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmno"
            })
    void takesNoShortNameThatIsNone(String code) {
        assertThatThrownBy(() -> offer(ProgrammeList.MATTER, code, "Some words", null))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .satisfies(wrong -> assertThat(wrong.faults())
                        .extracting(Invalid.Fault::field)
                        .containsExactly("code"));
    }

    @Test
    void keepsLabelsShortOnOneLineAndFreeOfWhatNobodySees() {
        assertThatThrownBy(() -> matter("a".repeat(61))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> matter("Two\nlines")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> matter("A\u0007bell")).isInstanceOf(Invalid.class);
        offer(ProgrammeList.MATTER, "turned", "\u202Eturned\u2066 round", null);
        assertThat(words("turned")).isEqualTo("turned round");
        assertThatThrownBy(() -> offer(ProgrammeList.MATTER, "only", "", "المدرسة"))
                .as("the main language has a label")
                .isInstanceOf(Invalid.class);
    }

    @Test
    void isForCoordinatorsAloneAndSaysSoOnTheRecord() {
        Asked administrator = People.asks(null, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> desk.offer(administrator, new NewCode("MATTER", null, "School", null)))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.withdraw(administrator, ProgrammeList.MATTER, "consumer"))
                .isInstanceOf(NotOnRecord.class);
        assertThat(disclosing.refusals()).hasSize(2);
        assertThat(house.record().facts(ProgrammeCodeWithdrawn.class)).isEmpty();
    }

    @Test
    void readsWhatItReadOnceNoSecondTime() {
        matter("School");
        assertThat(matters()).contains("school");
        RecordedProgramme fresh = new RecordedProgramme(house.record());
        withdraw("school");
        assertThat(fresh.of(ProgrammeList.MATTER).offers("school")).isFalse();
        assertThat(programme.of(ProgrammeList.MATTER)).isEqualTo(fresh.of(ProgrammeList.MATTER));
    }
}

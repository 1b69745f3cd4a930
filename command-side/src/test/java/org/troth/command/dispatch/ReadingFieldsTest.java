package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.law.CodeList;
import org.troth.events.ConsentId;
import org.troth.events.Side;

class ReadingFieldsTest {

    @Test
    void takesWhatIsRight() {
        Fields fields = new Fields();
        UUID id = UUID.randomUUID();
        var name = fields.text("name", "  Zoë Ångström 山田 👩‍👧  ", 40);
        var note = fields.textIfAny("note", " ", 40);
        var side = fields.choice("side", "volunteer", Side.class);
        var consent = fields.id("consent", id.toString(), ConsentId::new);
        var none = fields.idIfAny("other", "", ConsentId::new);
        var day = fields.day("day", "2028-02-29");
        var number = fields.number("places", "3", 0, 9);
        var time = fields.time("time", " 09:05 ");
        var yes = fields.flag("yes", "true");
        var no = fields.flag("no", " ");
        var unsaid = fields.choiceIfAny("side", "", Side.class);
        var codes = fields.codes("needs", List.of("housing", "court-day", "housing"), 5, CodeList.NEED);
        fields.check();

        assertThat(name.get()).isEqualTo("Zoë Ångström 山田 👩‍👧");
        assertThat(note.orNull()).isNull();
        assertThat(side.get()).isEqualTo(Side.VOLUNTEER);
        assertThat(consent.get()).isEqualTo(new ConsentId(id));
        assertThat(none.orNull()).isNull();
        assertThat(day.get()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(number.get()).isEqualTo(3);
        assertThat(time.get()).isEqualTo(LocalTime.of(9, 5));
        assertThat(yes.get()).isTrue();
        assertThat(no.get()).isFalse();
        assertThat(unsaid.orNull()).isNull();
        assertThat(codes.get()).containsExactly("housing", "court-day");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Fields fields = new Fields();
        fields.text("name", null, 40);
        fields.day("day", "2027-02-29");
        fields.refuse("rule", "own", "Own.");

        Invalid invalid = catchThrowableOfType(Invalid.class, fields::check);

        assertThat(invalid.faults()).extracting(Invalid.Fault::field).containsExactly("name", "day", "rule");
        assertThat(invalid.faults()).extracting(Invalid.Fault::rule).containsExactly("required", "day", "own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:05", "24:00", "12:60", "12:00:30", "noon", "12.30", "-1:00"})
    void refusesWhatIsNoTime(String value) {
        refused(fields -> fields.time("time", value));
        refused(fields -> fields.flag("flag", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "bell\u0007", "half \uD83D", "private \uE000", "esc\u001B[31m"})
    void refusesWhatIsNoText(String value) {
        refused(fields -> fields.text("name", value, 40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "x",
                "00000000-0000-0000-0000-00000000000g",
                "{00000000-0000-0000-0000-000000000000}"
            })
    void refusesWhatIsNoIdentifier(String value) {
        refused(fields -> fields.id("id", value, ConsentId::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "+999999999-01-01", "1899-12-31", "3000-01-01", "21.11.2026", "tomorrow"})
    void refusesWhatIsNoDay(String value) {
        refused(fields -> fields.day("day", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10", "3.0", "99999999999999", "three", "0x1"})
    void refusesWhatIsNoNumberInBounds(String value) {
        refused(fields -> fields.number("places", value, 0, 9));
    }

    @Test
    void refusesChoicesAndCodesThatAreNone() {
        refused(fields -> fields.choice("side", "both", Side.class));
        refused(fields -> fields.code("need", "Hous ing", CodeList.NEED));
        refused(fields -> fields.codes("needs", List.of("company", "forms", "court"), 2, CodeList.NEED));
        refused(fields -> fields.codes("needs", Arrays.asList("company", null), 2, CodeList.NEED));
        refused(fields -> fields.text("name", "x".repeat(41), 40));
    }

    @Test
    void refusesWordsThatCallThemselvesCodes() {
        for (CodeList list : CodeList.values()) {
            refused(fields -> fields.code("code", "zebracrossing", list));
            refused(fields -> fields.codes("codes", List.of("other", "my-neighbour-sam"), 5, list));
            assertThat(list.codes()).isNotEmpty().allMatch(code -> code.matches("[a-z][a-z-]{1,39}"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en-marisol", "en-a1234567", "x-sam", "en-Sama", "de-1996", "en-x-sam", "en-GB-oed", "engl"})
    void refusesLanguagesWithRoomForAWord(String language) {
        refused(fields -> fields.language("language", language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans-CN", "pt-BR", "es-419", "sr-Latn", "ja-Jpan", "und", "ary"})
    void takesLanguagesAsPeopleSayThem(String language) {
        Fields fields = new Fields();
        var read = fields.language("language", language);
        fields.check();
        assertThat(read.get()).isEqualTo(language);
    }

    @Test
    void leavesOutWhatTurnsTheDirectionOfWords() {
        Fields fields = new Fields();
        var phone = fields.line("address", "\u202A07700 900142\u202C", 40);
        var name = fields.line("name", "Sam \u202Eenimaxe", 40);
        var nothing = fields.textIfAny("words", "\u202E \u200B\u2069", 40);
        fields.check();
        assertThat(phone.get()).isEqualTo("07700 900142");
        assertThat(name.get()).isEqualTo("Sam enimaxe");
        assertThat(nothing.orNull()).isNull();
        refused(unseen -> unseen.text("name", "\u200B\u2060", 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sam\nAdministrator", "Sam\tx", "Sam\u2028x", "Sam\rx"})
    void keepsANameOnOneLine(String name) {
        refused(fields -> fields.line("name", name, 40));
    }

    @Test
    void takesSignsThatAreYoungerThanThisJava() {
        Fields fields = new Fields();
        // A melting face, of 2021.
        var words = fields.text("words", "\uD83E\uDEE0 thanks", 40);
        fields.check();
        assertThat(words.get()).endsWith("thanks");
        for (String none : List.of("\uFFFE", "\uFDD0", "a\uD800", "\uE000", "\u0000")) {
            refused(reading -> reading.text("words", "x" + none, 40));
        }
    }

    @Test
    void givesNothingBeforeItWasChecked() {
        var read = new Fields().text("name", null, 40);

        assertThatThrownBy(read::get).isInstanceOf(IllegalStateException.class);
    }

    private static void refused(Consumer<Fields> reading) {
        Fields fields = new Fields();
        reading.accept(fields);
        assertThatThrownBy(fields::check).isInstanceOf(Invalid.class);
    }
}

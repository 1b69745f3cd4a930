package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        var codes = fields.codes("needs", List.of("housing", "income-2", "housing"), 5);
        fields.check();

        assertThat(name.get()).isEqualTo("Zoë Ångström 山田 👩‍👧");
        assertThat(note.orNull()).isNull();
        assertThat(side.get()).isEqualTo(Side.VOLUNTEER);
        assertThat(consent.get()).isEqualTo(new ConsentId(id));
        assertThat(none.orNull()).isNull();
        assertThat(day.get()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(number.get()).isEqualTo(3);
        assertThat(codes.get()).containsExactly("housing", "income-2");
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
        refused(fields -> fields.code("need", "Hous ing"));
        refused(fields -> fields.codes("needs", List.of("a", "b", "c"), 2));
        refused(fields -> fields.codes("needs", Arrays.asList("a", null), 2));
        refused(fields -> fields.text("name", "x".repeat(41), 40));
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

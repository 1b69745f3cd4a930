package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingGlossaryTest {

    private static final int LONGEST_SENTENCE = 16;
    private static final int LONGEST_WORD = 10;

    private static final Glossary HOUSE = Glossary.house();

    static List<Glossary.Term> terms() {
        return HOUSE.all();
    }

    /** Reading age about nine: short sentences of short words. */
    @ParameterizedTest
    @MethodSource("terms")
    void explainsInShortSentencesOfShortWords(Glossary.Term term) {
        assertThat(term.plain()).endsWith(".");
        for (String sentence : List.of(term.plain().split("(?<=[.:])\\s+"))) {
            assertThat(sentence.split("\\s+")).as(sentence).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE);
        }
        assertThat(term.plain().split("[^A-Za-z]+"))
                .allSatisfy(word -> assertThat(word.length()).as(word).isLessThanOrEqualTo(LONGEST_WORD));
    }

    @Test
    void standsInTheOrderOfItsWords() {
        assertThat(HOUSE.all())
                .extracting(Glossary.Term::word)
                .hasSizeGreaterThan(30)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(HOUSE.of("hearing").plain()).contains("judge");
    }

    @Test
    void failsForAWordThatItDoesNotExplain() {
        assertThatThrownBy(() -> HOUSE.of("no such word")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ttwo", "one\t\tthree", "one\ttwo\tthree\tfour", "a\tb\tc\na\td\te"})
    void refusesATableThatItCannotRead(String table) {
        assertThatThrownBy(() -> Glossary.read(table)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesOverWhatIsNoLineOfIt() {
        assertThat(Glossary.read("# a note\n\nkey\tword\tIt means this.\n").all())
                .containsExactly(new Glossary.Term("key", "word", "It means this."));
    }
}

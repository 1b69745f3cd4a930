package org.troth.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningLettersTest {

    @ParameterizedTest
    @CsvSource({
        "ليلى, \uFEDF\uFEF4\uFEE0\uFEF0",
        "دار, \uFEA9\uFE8D\uFEAD",
        "لا, \uFEFB",
        "بلا, \uFE91\uFEFC",
        "سلام, \uFEB3\uFEFC\uFEE1",
        "بُت, \uFE91\u064F\uFE96",
        "ماء, \uFEE3\uFE8E\uFE80",
        "پچ, \uFB58\uFB7B",
        "بـ, \uFE91\u0640"
    })
    void drawsEachLetterAsItsNeighboursAsk(String word, String forms) {
        assertThat(ArabicForms.of(word)).isEqualTo(forms);
        assertThat(ArabicForms.undone(forms)).isEqualTo(word);
    }

    @Test
    void leavesOtherLettersAlone() {
        assertThat(ArabicForms.of("Harbour Law, 12 שלום")).isEqualTo("Harbour Law, 12 שלום");
    }

    @Test
    void turnsAPartThatRunsFromTheRightAndItsBrackets() {
        assertThat(new RightToLeft().reorderRTLTextToLTR("אב (גד)")).isEqualTo("(דג) בא");
    }
}

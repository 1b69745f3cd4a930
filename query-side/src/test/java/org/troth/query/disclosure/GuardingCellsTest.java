package org.troth.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardingCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String dangerous) {
        assertThat(AccountingCsv.cell(dangerous)).startsWith("'").matches("(?s)'\\s?'?\\Q" + dangerous.strip() + "\\E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agency;=1+1", "Agency; @sum", "a|-1", "a\t+1", "a\n=1", "a;\"=1", "a,=1"})
    void doesSoWhereOtherSeparatorsWouldBeginACell(String dangerous) {
        assertThat(AccountingCsv.cell(dangerous))
                .matches("(?s)a.*[;,|\t\n][\\s\"]*'[=+@-].*|Agency; ?'[=@].*")
                .hasSize(dangerous.length() + 1);
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        assertThat(AccountingCsv.cell("a = b; c-d, e")).isEqualTo("a = b; c-d, e");
        assertThat(AccountingCsv.cell("")).isEmpty();
    }
}

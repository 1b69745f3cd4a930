package org.troth.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardingCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String dangerous) {
        assertThat(AccountingCsv.cell(dangerous)).isEqualTo("'" + dangerous);
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        assertThat(AccountingCsv.cell("a = b")).isEqualTo("a = b");
        assertThat(AccountingCsv.cell("")).isEmpty();
    }
}

package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Invalid;

class CheckingPasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"river lantern copper moss", "ohne Sonderzeichen lang", "密かな灯台の守り人と青い傘", "Tr0ub4dor&3-xyz"})
    void letsTheHolderChooseWhatTheyLike(String password) {
        assertThat(rule(password)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, too-short",
        "aaaaaaaaaaaaaaaa, too-plain",
        "abcdeabcdeabcdeabcde, too-plain",
        "password1234, too-common",
        "PassWord1234, too-common",
        "qwertyuiop123, too-common",
        "margaret.finch@example.org, is-name",
        "MARGARET.finch@example.org, is-name",
        "margaret.finch@example.org1, is-name"
    })
    void refusesWhatIsTriedFirst(String password, String rule) {
        assertThat(rule(password)).isEqualTo(rule);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(rule("🦊🐻🐼🦁🐮🐷🐸🐵🐔🐧🐦🐤")).isEqualTo("none");
        assertThat(rule("🦊🐻🐼🦁🐮🐷")).isEqualTo("too-short");
        assertThat(rule("abcdefghij k".repeat(11))).isEqualTo("too-long");
    }

    private static String rule(String password) {
        Fields fields = new Fields();
        PasswordRules.check(fields, "password", password, "margaret.finch@example.org");
        Invalid invalid = catchThrowableOfType(Invalid.class, fields::check);
        return invalid == null ? "none" : invalid.faults().get(0).rule();
    }
}

package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.troth.command.record.MemoryRecord;

class TypingAgencyKeysTest {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final AgencyKey key = AgencyKey.next(3, () -> LETTERS);

    @Test
    void comesToTheSameHoweverItIsPastedAndTyped() {
        assertThat(key.spoken()).isEqualTo("0123 4567 89ab");
        assertThat(AgencyKey.typed("https://house.example/deliveries#3-" + LETTERS, "0123 4567 89ab"))
                .isEqualTo(key);
        assertThat(AgencyKey.typed(" 3-" + LETTERS + " ", "O123-4567-89AB")).isEqualTo(key);
        assertThat(AgencyKey.typed(key.fragment(), "ol23456789ab")).isEqualTo(key);
    }

    @Test
    void isNothingOfOursWhereTheLinkIsAnother() {
        assertThat(AgencyKey.typed("3-short", "0123 4567 89ab").number()).isZero();
        assertThat(AgencyKey.typed("0-" + LETTERS, "x").number()).isZero();
        assertThat(AgencyKey.typed("999999-" + LETTERS, "x").number()).isZero();
    }

    @Test
    void isKeptUnderOneTagOfBothTogether() {
        var tags = MemoryRecord.plainTags();
        assertThat(AgencyKey.typed(key.fragment(), key.code()).claim(tags)).isEqualTo(key.claim(tags));
        assertThat(AgencyKey.typed(key.fragment(), "0000 0000 0000").claim(tags))
                .isNotEqualTo(key.claim(tags));
        assertThat(AgencyKey.typed("4-" + LETTERS, key.code()).claim(tags)).isNotEqualTo(key.claim(tags));
    }
}

package org.troth.command.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.troth.events.Law;

class ReadingLawTest {

    @Test
    void findsASentenceForEveryRuleAndARuleForEverySentence() throws IllegalAccessException {
        List<String> rules = new ArrayList<>();
        for (Field field : HouseLaw.class.getDeclaredFields()) {
            if (field.getType() == Law.class) {
                Law law = (Law) field.get(null);
                assertThat(HouseLaw.sentence(law)).as(law.toString()).isPresent();
                rules.add(law.rule());
            }
        }
        assertThat(HouseLaw.sentences().keySet()).containsExactlyElementsOf(rules);
    }

    @Test
    void saysTheWholeSentence() {
        assertThat(HouseLaw.sentence(HouseLaw.CONSENT_WITHDRAWAL))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("A consent may be withdrawn at any time and needs no reason.")
                        .endsWith("Withdrawing takes no more steps than giving."));
    }

    @Test
    void knowsNoOtherPackAndNoOtherVersion() {
        assertThat(HouseLaw.sentence(new Law("troth-base", 2, "consent-4"))).isEmpty();
        assertThat(HouseLaw.sentence(new Law("other", 1, "consent-4"))).isEmpty();
        assertThat(HouseLaw.sentence(new Law("troth-base", 1, "consent-99"))).isEmpty();
    }
}

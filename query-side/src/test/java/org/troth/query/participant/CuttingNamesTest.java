package org.troth.query.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CuttingNamesTest {

    private static final String LETTERS =
            "aábcçdeéë fgğhıİi jklłmn-oöpœrsßşt'uüvwxyzΣσςαβאבגابت李小龍ハンナ\ud83d\ude00한나नेहा";

    private final Random random = new Random(20_261_122);

    @Test
    void givesEveryPartOfOneTwoAndThreeLettersOnceTheLongestFirst() {
        assertThat(NameParts.of("anna")).containsExactly("ann", "nna", "an", "nn", "na", "a", "n");
        assertThat(NameParts.of("li")).containsExactly("li", "l", "i");
        assertThat(NameParts.of("")).isEmpty();
    }

    @Test
    void findsThePartsOfATermAmongThoseOfEachNameThatHoldsIt() {
        for (int tried = 0; tried < 5_000; tried++) {
            String name = ParticipantReader.folded(written(1 + random.nextInt(30)));
            if (name.isEmpty()) {
                continue;
            }
            int from = random.nextInt(name.length());
            String term =
                    ParticipantReader.folded(name.substring(from, from + 1 + random.nextInt(name.length() - from)));
            if (name.contains(term)) {
                assertThat(NameParts.of(name).containsAll(NameParts.sought(term)))
                        .isTrue();
            }
        }
    }

    @Test
    void asksForNoMorePartsThanHoldSomebodyBack() {
        assertThat(NameParts.sought("an uncommonly long name that somebody typed"))
                .hasSize(24);
    }

    @Test
    void foldsWhatIsWrittenDifferentlyAndReadAlike() {
        assertThat(ParticipantReader.folded("  ZOE\u0308   M\u00dcLLER ")).isEqualTo("zo\u00eb m\u00fcller");
        assertThat(ParticipantReader.folded("\uff21\uff4e\uff4e\uff41")).isEqualTo("anna");
        assertThat(ParticipantReader.folded("\u039c\u0391\u03a1\u0399\u0391\u03a3"))
                .isEqualTo(ParticipantReader.folded("\u03bc\u03b1\u03c1\u03b9\u03b1\u03c3"));
        assertThat(ParticipantReader.folded("\u0391\u03a3\u03a4\u0397\u03a1"))
                .contains(ParticipantReader.folded("\u0391\u03a3"));
    }

    private String written(int length) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        String made = name.toString();
        return random.nextBoolean() ? Normalizer.normalize(made, Normalizer.Form.NFD) : made;
    }
}

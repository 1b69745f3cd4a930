package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.BlindMarks.Sieve;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class MarkingWordsIT {

    private static final int BITS_AT = 17;

    private final TestDatabase database;
    private final UUID person = UUID.randomUUID();
    private final Random random = new Random(20_261_122);
    private Installation installation;
    private Vault vault;
    private BlindMarks marks;

    MarkingWordsIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        installation = new Installation(database, directory);
        vault = installation.node();
        marks = vault.blindMarks();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void holdBackNobodyWhoHasAllTheParts() {
        for (int tried = 0; tried < 200; tried++) {
            Set<String> parts = parts(1 + random.nextInt(200));
            Sealed sealed = sealed();
            byte[] made = marks.mark(sealed, parts);
            List<String> some =
                    parts.stream().filter(part -> random.nextBoolean()).toList();
            assertThat(marks.sieve(Words.PARTICIPANT_NAME, some).mayHold(sealed, made))
                    .isTrue();
        }
    }

    @Test
    void holdBackMostOfThoseWhoHaveNotThoughNeverAllButAFew() {
        List<Sealed> people = new ArrayList<>();
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            people.add(sealed());
            made.add(marks.mark(people.get(i), parts(40)));
        }
        for (int tried = 0; tried < 40; tried++) {
            int one = through(marks.sieve(Words.PARTICIPANT_NAME, List.of("q" + tried)), people, made);
            assertThat(one).isBetween(8, 150);
            int three = through(
                    marks.sieve(Words.PARTICIPANT_NAME, List.of("q" + tried, "qq" + tried, "x" + tried)), people, made);
            assertThat(three).isLessThan(20);
        }
    }

    private static int through(Sieve sieve, List<Sealed> people, List<byte[]> made) {
        int through = 0;
        for (int i = 0; i < people.size(); i++) {
            through += sieve.mayHold(people.get(i), made.get(i)) ? 1 : 0;
        }
        return through;
    }

    @Test
    void tellNothingOfHowManyPartsThereAreUnlessThereAreVeryMany() {
        for (int parts : List.of(0, 1, 5, 40, 100)) {
            assertThat(bits(marks.mark(sealed(), parts(parts))).cardinality()).isEqualTo(128);
        }
        assertThat(bits(marks.mark(sealed(), parts(500))).cardinality()).isEqualTo(1024);
    }

    @Test
    void haveNothingInCommonForTheSameWordsOfTwoPeopleOrSealedTwice() {
        Set<String> parts = parts(60);
        UUID another = UUID.randomUUID();
        int shared = 0;
        for (int i = 0; i < 50; i++) {
            BitSet one = bits(marks.mark(sealed(), parts));
            one.and(bits(marks.mark(i % 2 == 0 ? sealed(another) : sealed(), parts)));
            shared += one.cardinality();
        }
        // An eighth of 128 is what chance gives.
        assertThat(shared / 50).isBetween(12, 20);
    }

    @Test
    void areKnownAsThoseOfOneSealingAndLetThroughEveryOther() {
        Sealed first = sealed();
        Sealed second = sealed();
        byte[] made = marks.mark(first, parts(5));

        assertThat(marks.areOf(first, made)).isTrue();
        assertThat(marks.areOf(second, made)).isFalse();
        Sieve sieve = marks.sieve(Words.PARTICIPANT_NAME, List.of("a part", "that nobody", "ever", "had", "in a name"));
        assertThat(sieve.mayHold(first, made)).isFalse();
        assertThat(sieve.mayHold(second, made)).isTrue();
        assertThat(sieve.mayHold(first, new byte[] {1, 2, 3})).isTrue();
    }

    @Test
    void areTheSameOnAnotherNodeAndOthersUnderAnotherKey(@TempDir Path elsewhere) {
        Sealed sealed = sealed();
        Set<String> parts = parts(30);
        byte[] made = marks.mark(sealed, parts);
        try (Vault another = installation.node()) {
            assertThat(another.blindMarks().mark(sealed, parts)).isEqualTo(made);
        }
        vault.close();
        database.execute("drop schema if exists vault cascade");
        database.migrate("vault", "classpath:db/vault");
        vault = new Installation(database, elsewhere).node();
        BitSet shared = bits(vault.blindMarks().mark(sealed, parts));
        shared.and(bits(made));
        assertThat(shared.cardinality()).isLessThan(40);
    }

    @Test
    void holdNoWordAndNoPart() {
        String hex = HexFormat.of().formatHex(marks.mark(sealed(), List.of("lantern", "lan", "tern")));
        for (String part : List.of("lantern", "lan", "tern")) {
            assertThat(hex)
                    .doesNotContain(HexFormat.of().formatHex(part.getBytes(StandardCharsets.UTF_8)))
                    .doesNotContain(HexFormat.of().formatHex(part.getBytes(StandardCharsets.UTF_16BE)));
        }
    }

    private Set<String> parts(int many) {
        Set<String> parts = new TreeSet<>();
        while (parts.size() < many) {
            char[] letters = new char[1 + random.nextInt(3)];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = (char) random.nextInt(Character.MAX_VALUE + 1);
            }
            parts.add(new String(letters));
        }
        return parts;
    }

    private Sealed sealed() {
        return sealed(person);
    }

    private Sealed sealed(UUID owner) {
        return vault.sealer().seal(Words.PARTICIPANT_NAME, owner, "Somebody");
    }

    private static BitSet bits(byte[] made) {
        BitSet bits = BitSet.valueOf(made);
        return bits.get(BITS_AT * Byte.SIZE, made.length * Byte.SIZE);
    }
}

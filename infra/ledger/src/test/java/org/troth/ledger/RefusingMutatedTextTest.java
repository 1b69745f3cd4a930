package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thousands of small changes to good text: each is refused by name, or was read as exactly what it is and not believed. */
class RefusingMutatedTextTest {
    private static final byte[] INTERESTING = "\n\n \t+=/0189AZaz_-.#\u0000\u007f\r".getBytes(UTF_8);
    private static final int RUNS = 1500;

    private interface Reading {
        void read(byte[] mutated) throws Malformed;
    }

    private static byte[] good(String name) {
        return switch (name) {
            case "policy" -> LogVectors.ALL.required("policy").stringValue().getBytes(UTF_8);
            case "proof" ->
                Vectors.text(LogVectors.ALL.required("proofs").get(1), "text").getBytes(UTF_8);
            case "note" -> {
                String proof = Vectors.text(LogVectors.ALL.required("proofs").get(1), "text");
                yield proof.substring(proof.indexOf("\n\n") + 2).getBytes(UTF_8);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void readsNotesToTheByte() {
        byte[] good = good("note");
        mutate(good, 1, mutated -> assertThat(SignedNote.parse(mutated).bytes()).isEqualTo(mutated));
    }

    @Test
    void believesNoCheckpointThatWasChanged() {
        byte[] good = good("note");
        Policy policy = LogVectors.policy();
        int lastLine = new String(good, UTF_8).lastIndexOf('\u2014');
        int signed = new String(good, UTF_8).substring(0, lastLine).getBytes(UTF_8).length;
        mutate(good, 2, mutated -> {
            SignedCheckpoint read = SignedCheckpoint.parse(mutated);
            assertThat(read.bytes()).isEqualTo(mutated);
            boolean untouched = Arrays.equals(Arrays.copyOf(mutated, signed), Arrays.copyOf(good, signed));
            if (!untouched && policy.judge(read).met()) {
                // the same words under the same three signatures: lines doubled, or a stranger's line changed
                SignedCheckpoint whole = SignedCheckpoint.parse(good);
                assertThat(read.checkpoint()).isEqualTo(whole.checkpoint());
                assertThat(read.signatures()).containsAll(whole.signatures().subList(0, 3));
            }
        });
    }

    @Test
    void believesNoProofThatWasChanged() {
        byte[] good = good("proof");
        byte[] entry = Vectors.bytes(LogVectors.ALL.required("proofs").get(1), "entry");
        Policy policy = LogVectors.policy();
        mutate(good, 3, mutated -> {
            TlogProof read = TlogProof.parse(mutated);
            assertThat(read.bytes()).isEqualTo(mutated);
            if (read.verify(entry, policy).holds()) {
                TlogProof whole = TlogProof.parse(good);
                assertThat(read.index()).isEqualTo(whole.index());
                assertThat(read.path()).containsExactly(whole.path().toArray(byte[][]::new));
                assertThat(read.signed().checkpoint()).isEqualTo(whole.signed().checkpoint());
                assertThat(read.signed().signatures())
                        .containsAll(whole.signed().signatures().subList(0, 3));
            }
        });
    }

    @Test
    void trustsNobodyNewThroughAChangedPolicy() {
        Policy whole = LogVectors.policy();
        Set<String> known = new HashSet<>();
        Stream.concat(whole.logs().stream(), whole.witnesses().values().stream())
                .forEach(party -> known.add(party.key().toString()));
        mutate(good("policy"), 4, mutated -> {
            Policy read = Policy.parse(mutated);
            assertThat(known)
                    .containsAll(Stream.concat(read.logs().stream(), read.witnesses().values().stream())
                            .map(party -> party.key().toString())
                            .toList());
        });
    }

    @Test
    void readsKeysCheckpointsAndPathsToTheByte() {
        for (int i : List.of(0, 1, 2)) {
            mutate(LogVectors.vkey(i).getBytes(UTF_8), 5 + i, mutated -> {
                String text = new String(mutated, UTF_8);
                assertThat(VerifierKey.parse(text)).hasToString(text);
            });
        }
        mutate(new Checkpoint("origin", 1234567, NaiveTree.leaf(1)).text().getBytes(UTF_8), 9, mutated -> {
            String text = new String(mutated, UTF_8);
            assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        });
        mutate("tile/1/x001/x234/067.p/17".getBytes(UTF_8), 10, mutated -> {
            String text = new String(mutated, UTF_8);
            assertThat(Tile.parse(text).path()).isEqualTo(text);
        });
        mutate("tile/entries/x001/x234/067.p/17".getBytes(UTF_8), 11, mutated -> {
            String text = new String(mutated, UTF_8);
            assertThat(EntryBundle.parse(text).path()).isEqualTo(text);
        });
    }

    @Test
    void readsNoNoise() {
        Random random = new Random(12);
        int[] read = new int[1];
        for (int i = 0; i < RUNS; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            for (Reading reading : List.<Reading>of(
                    SignedNote::parse,
                    SignedCheckpoint::parse,
                    TlogProof::parse,
                    NoteSignature::lines,
                    bytes -> VerifierKey.parse(new String(bytes, UTF_8)),
                    bytes -> Tile.parse(new String(bytes, UTF_8)))) {
                read[0] += read(reading, noise) ? 1 : 0;
            }
        }
        assertThat(read[0]).isZero();
    }

    /** Whatever is thrown that is not the named refusal fails the test. */
    private static boolean read(Reading reading, byte[] mutated) {
        try {
            reading.read(mutated);
            return true;
        } catch (Malformed e) {
            assertThat(e.getMessage()).startsWith("malformed: ").hasSizeLessThan(80);
            return false;
        }
    }

    private static void mutate(byte[] good, long seed, Reading reading) {
        Random random = new Random(seed);
        assertThat(read(reading, good)).as("unchanged").isTrue();
        for (int i = 0; i < RUNS; i++) {
            byte[] mutated = mutated(good, random);
            if (!Arrays.equals(mutated, good)) {
                read(reading, mutated);
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        // half of the changes fall on the head, where most of the format is
        int bound = random.nextBoolean() ? Math.min(good.length, 200) : good.length;
        int at = random.nextInt(bound);
        int to = Math.min(good.length, at + 1 + random.nextInt(40));
        byte any = random.nextBoolean() ? (byte) random.nextInt(256) : INTERESTING[random.nextInt(INTERESTING.length)];
        return switch (random.nextInt(6)) {
            case 0 -> changed(good, at, (byte) (good[at] ^ 1 << random.nextInt(8)));
            case 1 -> changed(good, at, any);
            case 2 -> joined(Arrays.copyOf(good, at), new byte[] {any}, Arrays.copyOfRange(good, at, good.length));
            case 3 -> joined(Arrays.copyOf(good, at), Arrays.copyOfRange(good, to, good.length));
            case 4 -> joined(Arrays.copyOf(good, to), Arrays.copyOfRange(good, at, good.length));
            default -> doubledLine(good, random);
        };
    }

    private static byte[] changed(byte[] good, int at, byte value) {
        byte[] changed = good.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] doubledLine(byte[] good, Random random) {
        String[] lines = new String(good, UTF_8).split("(?<=\n)");
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        if (random.nextBoolean()) {
            lines[one] = lines[one] + lines[other];
        } else {
            String kept = lines[one];
            lines[one] = lines[other];
            lines[other] = kept;
        }
        return String.join("", lines).getBytes(UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

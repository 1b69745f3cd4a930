package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.ledger.LogVectors.ALL;
import static org.troth.ledger.LogVectors.hashes;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ReproducingKnownLogTest {

    static Stream<JsonNode> keys() {
        return ALL.required("keys").valueStream();
    }

    static Stream<JsonNode> messages() {
        return ALL.required("messages").valueStream();
    }

    static Stream<JsonNode> proofs() {
        return ALL.required("proofs").valueStream();
    }

    @Test
    void growsTheTreeWithItsTilesAndProofs() throws IOException {
        TreeGrowth growth = new TiledTree(new MemoryTiles(), 0).grown(LogVectors.leaves(70_000));
        Map<String, byte[]> tiles = new TreeMap<>();
        growth.written().forEach(each -> tiles.put(each.tile().path(), each.bytes()));

        ALL.required("tiles")
                .valueStream()
                .forEach(tile -> assertThat(NaiveTree.digest(tiles.get(Vectors.text(tile, "path"))))
                        .as(Vectors.text(tile, "path"))
                        .isEqualTo(Vectors.bytes(tile, "sha256")));
        for (Map.Entry<String, JsonNode> root : ALL.required("roots").properties()) {
            TiledTree tree = LogVectors.tree(Integer.parseInt(root.getKey()));
            assertThat(tree.root())
                    .as(root.getKey())
                    .isEqualTo(HexFormat.of().parseHex(root.getValue().stringValue()));
        }
        for (JsonNode proof : ALL.required("inclusion")) {
            TiledTree tree = LogVectors.tree(Vectors.number(proof, "size"));
            assertThat(tree.inclusion(Vectors.number(proof, "index")))
                    .containsExactly(hashes(proof.required("path")).toArray(byte[][]::new));
        }
        for (JsonNode proof : ALL.required("consistency")) {
            TiledTree tree = LogVectors.tree(Vectors.number(proof, "n"));
            assertThat(tree.consistency(Vectors.number(proof, "m")))
                    .containsExactly(hashes(proof.required("path")).toArray(byte[][]::new));
        }
    }

    @Test
    void bundlesTheEntries() throws Malformed {
        JsonNode bundle = ALL.required("bundle");
        EntryBundle named = EntryBundle.parse(Vectors.text(bundle, "path"));
        List<byte[]> entries = Stream.iterate((int) named.first(), i -> i + 1)
                .limit(named.width())
                .map(LogVectors::entry)
                .toList();

        assertThat(NaiveTree.digest(named.bytes(entries))).isEqualTo(Vectors.bytes(bundle, "sha256"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void derivesEachKeyFromItsSeed(JsonNode key) throws Malformed {
        SeedSigner signer =
                LogVectors.signer(Vectors.text(key, "name"), Vectors.number(key, "type"), Vectors.bytes(key, "seed"));

        assertThat(signer.key()).hasToString(Vectors.text(key, "vkey"));
        assertThat(VerifierKey.parse(Vectors.text(key, "vkey"))).isEqualTo(signer.key());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void signsExactlyTheseBytes(JsonNode message) throws Malformed {
        assertThat(SignedMessage.of(
                        SignatureType.of(Vectors.number(message, "type")),
                        Vectors.text(message, "name"),
                        Vectors.text(message, "text"),
                        message.required("seconds").longValue()))
                .isEqualTo(Vectors.bytes(message, "message"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void believesEachProof(JsonNode known) throws Malformed {
        byte[] text = Vectors.text(known, "text").getBytes(UTF_8);
        TlogProof proof = TlogProof.parse(text);
        TlogProof.Verdict verdict = proof.verify(Vectors.bytes(known, "entry"), LogVectors.policy());

        assertThat(proof.bytes()).isEqualTo(text);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.included()).isTrue();
        assertThat(verdict.endorsement().refused()).isZero();
        assertThat(verdict.endorsement().cosigned().keySet())
                .containsExactlyElementsOf(known.required("cosigned")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
        assertThat(verdict.endorsement().cosigned().values())
                .allMatch(seconds -> seconds >= LogVectors.SECONDS && seconds < LogVectors.SECONDS + 5);
    }

    /** Ed25519 is deterministic, so its lines can be compared to the byte. */
    @Test
    void makesTheSameEd25519Lines() throws Exception {
        String text = Vectors.text(proofs().findFirst().orElseThrow(), "text");
        Checkpoint checkpoint = LogVectors.checkpoint(1);

        assertThat(text)
                .contains(LogVectors.signer(0)
                        .sign(checkpoint, LogVectors.SECONDS)
                        .line())
                .contains(LogVectors.signer(2)
                        .sign(checkpoint, LogVectors.SECONDS + 2)
                        .line());
    }
}

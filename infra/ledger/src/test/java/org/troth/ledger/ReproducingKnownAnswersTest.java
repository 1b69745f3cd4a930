package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.troth.ledger.Vectors.bytes;
import static org.troth.ledger.Vectors.id;
import static org.troth.ledger.Vectors.number;
import static org.troth.ledger.Vectors.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ReproducingKnownAnswersTest {

    static Stream<JsonNode> values() {
        return Vectors.section("values");
    }

    static Stream<JsonNode> wraps() {
        return Vectors.section("wraps");
    }

    static Stream<JsonNode> streams() {
        return Vectors.section("streams");
    }

    static Stream<JsonNode> facts() {
        return Vectors.section("facts");
    }

    @ParameterizedTest
    @MethodSource("values")
    void sealsAndOpensEachValue(JsonNode value) {
        byte[] dataKey = bytes(value, "DK");
        ValueContext context = new ValueContext(text(value, "label"), id(value, "owner"));
        ValueHeader header = new ValueHeader(number(value, "value_class"), id(value, "key_id"));

        byte[] stored = ValueSeal.seal(dataKey, header, context, bytes(value, "pt"), bytes(value, "random"));

        assertThat(stored).isEqualTo(bytes(value, "stored"));
        assertThat(Arrays.copyOf(stored, 88)).isEqualTo(bytes(value, "h"));
        assertThat(Arrays.copyOfRange(stored, 88, stored.length)).isEqualTo(bytes(value, "ct"));
        assertThat(ValueHeader.read(stored)).isEqualTo(header);
        assertThat(ValueSeal.secret(dataKey, stored, context)).isEqualTo(bytes(value, "S_v"));
        assertThat(ValueSeal.open(dataKey, stored, context)).isEqualTo(bytes(value, "pt"));
        assertThat(ValueSeal.openWithSecret(bytes(value, "S_v"), stored, context))
                .isEqualTo(bytes(value, "pt"));
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void wrapsAndUnwrapsEachKey(JsonNode wrap) {
        KeyRow row = new KeyRow(
                id(wrap, "key_id"),
                number(wrap, "kind"),
                id(wrap, "owner"),
                number(wrap, "value_class"),
                id(wrap, "holder"),
                wrap.required("epoch").longValue(),
                id(wrap, "kek_id"));

        assertThat(KeyWrap.wrap(bytes(wrap, "L1"), row.bytes(), bytes(wrap, "key"), bytes(wrap, "salt")))
                .isEqualTo(bytes(wrap, "wrapped"));
        assertThat(KeyWrap.unwrap(bytes(wrap, "L1"), row, bytes(wrap, "wrapped")))
                .isEqualTo(bytes(wrap, "key"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void namesEachStream(JsonNode stream) {
        assertThat(KeyedMarks.streamId(bytes(stream, "K_stream"), text(stream, "aggregate_id")))
                .isEqualTo(id(stream, "stream_id"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void sealsAndOpensEachFact(JsonNode fact) {
        SealedFact sealed = Vectors.sealed(fact);

        assertThat(sealed.header()).isEqualTo(bytes(fact, "H"));
        assertThat(sealed.ct()).isEqualTo(bytes(fact, "ct"));
        assertThat(sealed.entry()).isEqualTo(bytes(fact, "entry"));
        assertThat(LogEntry.leaf(sealed.entry())).isEqualTo(bytes(fact, "leaf"));
        assertThat(KeyedMarks.writerTag(
                        bytes(fact, "K_writer"),
                        fact.required("position").longValue(),
                        sealed.headerHash(),
                        sealed.ctHash()))
                .isEqualTo(bytes(fact, "writer_tag"));
        assertThat(SealedFact.of(sealed.header(), sealed.ct()).entry()).isEqualTo(bytes(fact, "entry"));
        assertThat(sealed.keyId()).isEqualTo(id(fact, "key_id"));
        assertThat(FactSeal.secret(bytes(fact, "RK"), sealed.header())).isEqualTo(bytes(fact, "S_e"));
        opensAsDrafted(
                fact, FactSeal.open(bytes(fact, "RK"), Vectors.typeTags(fact), bytes(fact, "H"), bytes(fact, "ct")));
        opensAsDrafted(fact, FactSeal.openWithSecret(bytes(fact, "S_e"), bytes(fact, "H"), bytes(fact, "ct")));
    }

    private static void opensAsDrafted(JsonNode fact, OpenedFact opened) {
        FactDraft draft = Vectors.draft(fact);
        assertThat(opened.type()).isEqualTo(draft.type());
        assertThat(opened.revision()).isEqualTo(draft.revision());
        assertThat(opened.payload()).isEqualTo(draft.payload());
        assertThat(opened.metadata()).isEqualTo(draft.metadata());
        FactHeader header = opened.header();
        assertThat(header.category()).isEqualTo(draft.category());
        assertThat(header.ledgerId()).isEqualTo(draft.ledgerId());
        assertThat(header.eventId()).isEqualTo(draft.eventId());
        assertThat(header.streamId()).isEqualTo(draft.streamId());
        assertThat(header.streamSeq()).isEqualTo(draft.streamSeq());
        assertThat(header.recordedMs()).isEqualTo(draft.recordedMs());
        assertThat(header.typeTag())
                .isEqualTo(KeyedMarks.typeTag(bytes(fact, "K_type"), draft.type(), draft.revision()));
        assertThat(header.keyId()).isEqualTo(id(fact, "key_id"));
    }

    @Test
    void computesEachRootOfTheTree() {
        JsonNode tree = Vectors.tree();
        List<byte[]> leaves = tree.required("leaves")
                .valueStream()
                .map(leaf -> HexFormat.of().parseHex(leaf.stringValue()))
                .toList();
        TreeRoot root = new TreeRoot();

        assertThat(root.root()).isEqualTo(bytes(tree.required("roots"), "0"));
        for (byte[] leaf : leaves) {
            root.add(leaf);
            assertThat(root.root())
                    .as("root of size %d", root.size())
                    .isEqualTo(bytes(tree.required("roots"), Long.toString(root.size())));
        }
        assertThat(tree.required("roots").size()).isEqualTo(leaves.size() + 1);
    }

    @Test
    void derivesTheLeavesOfTheTree() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<String> expected = Stream.concat(
                        facts().map(fact -> text(fact, "leaf")),
                        IntStream.rangeClosed(5, 7)
                                .mapToObj(i -> LogEntry.leaf(LogEntry.entry(
                                        digest.digest(new byte[] {(byte) i}),
                                        digest.digest(new byte[] {(byte) i, (byte) i}))))
                                .map(HexFormat.of()::formatHex))
                .toList();

        assertThat(Vectors.tree()
                        .required("leaves")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList())
                .isEqualTo(expected);
    }

    /** RFC 5869 A.1: the expand step alone, cut to the 32 bytes that every derivation here takes. */
    @Test
    void expandsAsRfc5869Says() {
        byte[] key = HexFormat.of().parseHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        byte[] info = HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9");

        assertThat(Arrays.copyOf(Primitives.here().expand(key, info, Primitives.NONE, 64), 42))
                .isEqualTo(
                        HexFormat.of()
                                .parseHex(
                                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    void takesLabelsByTheirBytes() {
        ValueContext context = new ValueContext("é", KeyRow.NO_HOLDER);

        assertThat(context.bytes()).startsWith(0, 2).hasSize(20);
        assertThat(Arrays.copyOfRange(context.bytes(), 2, 4)).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    }
}

package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.troth.ledger.Vectors.bytes;
import static org.troth.ledger.Vectors.id;
import static org.troth.ledger.Vectors.number;
import static org.troth.ledger.Vectors.text;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RefusingTamperedBytesTest {

    static Stream<JsonNode> values() {
        return Vectors.section("values");
    }

    static Stream<JsonNode> wraps() {
        return Vectors.section("wraps");
    }

    static Stream<JsonNode> facts() {
        return Vectors.section("facts");
    }

    @ParameterizedTest
    @MethodSource("values")
    void refusesEachChangedBitOfAValue(JsonNode value) {
        byte[] dataKey = bytes(value, "DK");
        byte[] secret = bytes(value, "S_v");
        ValueContext context = context(value);

        eachDamage(bytes(value, "stored"), stored -> {
            refused(() -> ValueSeal.open(dataKey, stored, context));
            refused(() -> ValueSeal.openWithSecret(secret, stored, context));
        });
        eachFlip(dataKey, other -> refused(() -> ValueSeal.open(other, bytes(value, "stored"), context)));
        eachFlip(secret, other -> refused(() -> ValueSeal.openWithSecret(other, bytes(value, "stored"), context)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void refusesAValueUnderAnotherNameOrOwner(JsonNode value) {
        byte[] stored = bytes(value, "stored");
        byte[] secret = bytes(value, "S_v");

        refused(() -> ValueSeal.openWithSecret(secret, stored, new ValueContext("other.label", id(value, "owner"))));
        refused(() -> ValueSeal.openWithSecret(secret, stored, new ValueContext(text(value, "label"), new UUID(7, 7))));
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void refusesEachChangedBitOfAWrap(JsonNode wrap) {
        byte[] epochKey = bytes(wrap, "L1");
        KeyRow row = row(wrap);

        eachDamage(bytes(wrap, "wrapped"), wrapped -> refused(() -> KeyWrap.unwrap(epochKey, row, wrapped)));
        eachFlip(epochKey, other -> refused(() -> KeyWrap.unwrap(other, row, bytes(wrap, "wrapped"))));
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void refusesAWrapInARowWithAnyOtherColumn(JsonNode wrap) {
        KeyRow row = row(wrap);
        UUID other = new UUID(7, 7);

        Stream.of(
                        new KeyRow(
                                other,
                                row.kind(),
                                row.owner(),
                                row.valueClass(),
                                row.holder(),
                                row.epoch(),
                                row.kekId()),
                        new KeyRow(
                                row.keyId(), 2, row.owner(), row.valueClass(), row.holder(), row.epoch(), row.kekId()),
                        new KeyRow(
                                row.keyId(),
                                row.kind(),
                                other,
                                row.valueClass(),
                                row.holder(),
                                row.epoch(),
                                row.kekId()),
                        new KeyRow(row.keyId(), row.kind(), row.owner(), 9, row.holder(), row.epoch(), row.kekId()),
                        new KeyRow(
                                row.keyId(),
                                row.kind(),
                                row.owner(),
                                row.valueClass(),
                                other,
                                row.epoch(),
                                row.kekId()),
                        new KeyRow(
                                row.keyId(), row.kind(), row.owner(), row.valueClass(), row.holder(), 99, row.kekId()),
                        new KeyRow(
                                row.keyId(),
                                row.kind(),
                                row.owner(),
                                row.valueClass(),
                                row.holder(),
                                row.epoch(),
                                other))
                .forEach(moved -> refused(() -> KeyWrap.unwrap(bytes(wrap, "L1"), moved, bytes(wrap, "wrapped"))));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void refusesEachChangedBitOfAFact(JsonNode fact) {
        byte[] recordKey = bytes(fact, "RK");
        byte[] secret = bytes(fact, "S_e");
        TypeTags typeTags = Vectors.typeTags(fact);
        byte[] header = bytes(fact, "H");
        byte[] ct = bytes(fact, "ct");

        eachDamage(header, changed -> {
            refused(() -> FactSeal.open(recordKey, typeTags, changed, ct));
            refused(() -> FactSeal.openWithSecret(secret, changed, ct));
        });
        eachDamage(ct, changed -> {
            refused(() -> FactSeal.open(recordKey, typeTags, header, changed));
            refused(() -> FactSeal.openWithSecret(secret, header, changed));
        });
        eachFlip(recordKey, other -> refused(() -> FactSeal.open(other, typeTags, header, ct)));
        eachFlip(secret, other -> refused(() -> FactSeal.openWithSecret(other, header, ct)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void refusesATypeTagOfAnotherKey(JsonNode fact) {
        refused(() -> FactSeal.open(
                bytes(fact, "RK"),
                (type, revision) -> KeyedMarks.typeTag(new byte[32], type, revision),
                bytes(fact, "H"),
                bytes(fact, "ct")));
    }

    @Test
    void refusesTheCiphertextOfAnotherFact() {
        JsonNode first = facts().toList().get(0);
        JsonNode second = facts().toList().get(1);

        refused(() ->
                FactSeal.open(bytes(first, "RK"), Vectors.typeTags(first), bytes(first, "H"), bytes(second, "ct")));
    }

    private static ValueContext context(JsonNode value) {
        return new ValueContext(text(value, "label"), id(value, "owner"));
    }

    private static KeyRow row(JsonNode wrap) {
        return new KeyRow(
                id(wrap, "key_id"),
                number(wrap, "kind"),
                id(wrap, "owner"),
                number(wrap, "value_class"),
                id(wrap, "holder"),
                wrap.required("epoch").longValue(),
                id(wrap, "kek_id"));
    }

    /** Every flipped bit, every truncation and some lengthening. */
    private static void eachDamage(byte[] original, Consumer<byte[]> check) {
        eachFlip(original, check);
        for (int length = 0; length < original.length; length++) {
            check.accept(Arrays.copyOf(original, length));
        }
        for (int more : new int[] {1, 16, 32, 256}) {
            check.accept(Arrays.copyOf(original, original.length + more));
        }
    }

    private static void eachFlip(byte[] original, Consumer<byte[]> check) {
        for (int bit = 0; bit < original.length * 8; bit++) {
            byte[] changed = original.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            check.accept(changed);
        }
        assertThat(original).isNotEmpty();
    }

    private static void refused(ThrowingCallable opening) {
        assertThatExceptionOfType(Tampered.class).isThrownBy(opening);
    }
}

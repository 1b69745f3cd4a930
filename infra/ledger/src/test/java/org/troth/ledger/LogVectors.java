package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers of the log, and what they were made from. */
final class LogVectors {
    static final JsonNode ALL = read();
    static final String ORIGIN = "ledger.example/north";
    static final long SECONDS = 1_772_000_000L;

    private LogVectors() {}

    static byte[] entry(int i) {
        byte[] number = ByteBuffer.allocate(4).putInt(i).array();
        return LogEntry.entry(
                NaiveTree.digest(number, "H".getBytes(UTF_8)), NaiveTree.digest(number, "ct".getBytes(UTF_8)));
    }

    static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(LogEntry.leaf(entry(i)));
        }
        return leaves;
    }

    static TiledTree tree(int size) throws IOException {
        return new TiledTree(new MemoryTiles(), 0).grown(leaves(size)).tree();
    }

    static Checkpoint checkpoint(int size) throws IOException {
        return new Checkpoint(ORIGIN, size, tree(size).root());
    }

    /** 0 the log's Ed25519, 1 its ML-DSA-44, 2 and 3 witnesses, 4 a stranger. */
    static SeedSigner signer(int i) {
        JsonNode key = ALL.required("keys").get(i);
        return signer(
                key.required("name").stringValue(),
                key.required("type").intValue(),
                HexFormat.of().parseHex(key.required("seed").stringValue()));
    }

    static SeedSigner signer(String name, int type, byte[] seed) {
        try {
            return SeedSigner.of(name, SignatureType.of(type), seed, new SecureRandom());
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    static String vkey(int i) {
        return ALL.required("keys").get(i).required("vkey").stringValue();
    }

    static Policy policy() {
        return policy(ALL.required("policy").stringValue());
    }

    static Policy policy(String text) {
        try {
            return Policy.parse(text.getBytes(UTF_8));
        } catch (Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    static List<byte[]> hashes(JsonNode path) {
        return path.valueStream()
                .map(hash -> HexFormat.of().parseHex(hash.stringValue()))
                .toList();
    }

    private static JsonNode read() {
        try (InputStream in = LogVectors.class.getResourceAsStream("/vectors/log.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

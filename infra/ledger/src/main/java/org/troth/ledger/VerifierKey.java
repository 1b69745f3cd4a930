package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key under its name, as C2SP signed-note writes it: {@code name+hash+base64(type ‖ key)}, with
 * {@code hash = SHA-256(name ‖ 0x0A ‖ type ‖ key)[0:4]}.
 *
 * <p>An Ed25519 key is refused when it is not canonical or not of the prime order.
 */
public final class VerifierKey {
    private static final Pattern PARTS = Pattern.compile("([^+]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,2048})");

    private final String name;
    private final SignatureType type;
    private final byte[] key;
    private final int id;

    private VerifierKey(String name, SignatureType type, byte[] key) {
        this.name = name;
        this.type = type;
        this.key = key;
        byte[] hash = Primitives.here().sha256(name.getBytes(UTF_8), new byte[] {'\n', (byte) type.number()}, key);
        this.id = ByteBuffer.wrap(hash).getInt();
    }

    /** The key of these bytes: 32 of Ed25519 (RFC 8032), or 1312 of ML-DSA-44 (FIPS 204). */
    public static VerifierKey of(String name, SignatureType type, byte[] key) throws Malformed {
        StrictText.name(name);
        if (key.length != type.keyLength()) {
            throw new Malformed("length of a key");
        }
        if (type != SignatureType.ML_DSA_44_COSIGNATURE && !Signatures.isEd25519(key)) {
            throw new Malformed("point of a key");
        }
        return new VerifierKey(name, type, key.clone());
    }

    /** Reads {@link #toString} back, in this one spelling only. */
    public static VerifierKey parse(String text) throws Malformed {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new Malformed("verifier key");
        }
        byte[] typed = StrictText.base64(parts.group(3), 2, 1 + SignatureType.LONGEST_KEY, "key");
        VerifierKey key =
                of(parts.group(1), SignatureType.of(typed[0] & 0xff), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text)) {
            throw new Malformed("hash of a key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    int id() {
        return id;
    }

    /** Whether the signature says to be of this key: by name and hash, and nothing more. */
    public boolean names(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** The time that a cosignature of this key's kind says it was made at, in seconds since 1970; never checked here. */
    public OptionalLong time(NoteSignature signature) {
        return type.timed() && signature.value().length == type.length()
                ? OptionalLong.of(ByteBuffer.wrap(signature.value()).getLong())
                : OptionalLong.empty();
    }

    /**
     * Whether this key made this signature over this text of a note. A cosignature is over a checkpoint only, and at a time
     * after 1970: without one it would say nothing of the newest tree.
     */
    public boolean verifies(String text, NoteSignature signature) {
        byte[] value = signature.value();
        if (!names(signature) || value.length != type.length()) {
            return false;
        }
        byte[] raw = Arrays.copyOfRange(value, value.length - type.rawLength(), value.length);
        try {
            byte[] message = SignedMessage.of(type, name, text, time(signature).orElse(1));
            return type == SignatureType.ML_DSA_44_COSIGNATURE
                    ? Signatures.mlDsa44(key, message, raw)
                    : Signatures.ed25519(key, message, raw);
        } catch (Malformed e) {
            return false;
        }
    }

    /** Whether both are one key pair, whatever it is called and used for. */
    boolean samePair(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    /** Whether a note could not tell one from the other. */
    boolean sameLabel(VerifierKey other) {
        return id == other.id && name.equals(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && type == that.type && name.equals(that.name) && samePair(that);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, id);
    }

    /** The key as it stands in a policy. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + key.length)
                .put((byte) type.number())
                .put(key)
                .array();
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + StrictText.base64(typed);
    }
}

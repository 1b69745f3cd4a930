package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A device with one passkey and the browser around it, written from the standard (Web Authentication Level 2, sections 6.1 and
 * 6.5; COSE keys: RFC 9053) and not from the library that checks it. Everything it says can be said wrongly.
 */
final class PretendAuthenticator {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    static final int MAY_BE_COPIED = 0x08;
    private static final int ATTESTED = 0x40;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String algorithm;
    private final KeyPair keys;
    byte[] id = new byte[24];
    byte[] user = new byte[0];
    String challenge = "";
    String origin = "https://records.example.org";
    String rpId = "records.example.org";
    int flags = PRESENT | VERIFIED;
    long counter = 1;
    boolean crossOrigin;
    String type = "";
    boolean spoilt;

    PretendAuthenticator(String algorithm) {
        this.algorithm = algorithm;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    Map.of("ES256", "EC", "EdDSA", "Ed25519", "RS256", "RSA").get(algorithm));
            if (algorithm.equals("ES256")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (algorithm.equals("RS256")) {
                generator.initialize(2048);
            }
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        RANDOM.nextBytes(id);
    }

    /** The same device, asked with this. */
    PretendAuthenticator asked(String newChallenge) {
        challenge = newChallenge;
        return this;
    }

    /** What the browser sends when a passkey was made. */
    String made() {
        byte[] cose = cose();
        byte[] credential = ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
        byte[] attestation = joined(
                head(5, 3),
                text("fmt"),
                text("none"),
                text("attStmt"),
                head(5, 0),
                text("authData"),
                bytes(joined(authenticatorData(flags | ATTESTED), credential)));
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},"authenticatorAttachment":"platform",\
                "response":{"clientDataJSON":"%s","attestationObject":"%s","transports":["internal","hybrid"]}}""".formatted(
                encoded(id), encoded(id), encoded(clientData("webauthn.create").getBytes(UTF_8)), encoded(attestation));
    }

    /** What the browser sends when it was shown. */
    String shown() {
        byte[] data = authenticatorData(flags);
        byte[] client = clientData("webauthn.get").getBytes(UTF_8);
        byte[] signature = signed(joined(data, digest(client)));
        if (spoilt) {
            signature[signature.length - 1] ^= 1;
        }
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},\
                "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":%s}}""".formatted(
                        encoded(id),
                        encoded(id),
                        encoded(client),
                        encoded(data),
                        encoded(signature),
                        user.length == 0 ? "null" : '"' + encoded(user) + '"');
    }

    private String clientData(String usual) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}""".formatted(type.isEmpty() ? usual : type, challenge, origin, crossOrigin);
    }

    private byte[] authenticatorData(int said) {
        return ByteBuffer.allocate(37)
                .put(digest(rpId.getBytes(UTF_8)))
                .put((byte) said)
                .putInt((int) counter)
                .array();
    }

    private byte[] signed(byte[] content) {
        try {
            Signature signature = Signature.getInstance(
                    Map.of("ES256", "SHA256withECDSA", "EdDSA", "Ed25519", "RS256", "SHA256withRSA")
                            .get(algorithm));
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] cose() {
        if (keys.getPublic() instanceof ECPublicKey key) {
            return joined(
                    head(5, 5),
                    head(0, 1),
                    head(0, 2),
                    head(0, 3),
                    head(1, 6),
                    head(1, 0),
                    head(0, 1),
                    head(1, 1),
                    bytes(fixed(key.getW().getAffineX())),
                    head(1, 2),
                    bytes(fixed(key.getW().getAffineY())));
        }
        if (keys.getPublic() instanceof EdECPublicKey key) {
            byte[] encoded = key.getEncoded();
            return joined(
                    head(5, 4),
                    head(0, 1),
                    head(0, 1),
                    head(0, 3),
                    head(1, 7),
                    head(1, 0),
                    head(0, 6),
                    head(1, 1),
                    bytes(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
        }
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        byte[] modulus = key.getModulus().toByteArray();
        return joined(
                head(5, 4),
                head(0, 1),
                head(0, 3),
                head(0, 3),
                head(1, 256),
                head(1, 0),
                bytes(Arrays.copyOfRange(modulus, 1, modulus.length)),
                head(1, 1),
                bytes(key.getPublicExponent().toByteArray()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    // As little of CBOR (RFC 8949) as this needs

    private static byte[] head(int major, int number) {
        if (number < 24) {
            return new byte[] {(byte) (major << 5 | number)};
        }
        return number < 256
                ? new byte[] {(byte) (major << 5 | 24), (byte) number}
                : new byte[] {(byte) (major << 5 | 25), (byte) (number >> 8), (byte) number};
    }

    private static byte[] bytes(byte[] content) {
        return joined(head(2, content.length), content);
    }

    private static byte[] text(String content) {
        return joined(head(3, content.length()), content.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }
}

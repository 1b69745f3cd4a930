package org.troth.ledger;

import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;

/**
 * A signing key that is held in memory and comes from a seed of 32 bytes: the private key of Ed25519 (RFC 8032), or the
 * seed of ML-DSA-44 (FIPS 204 section 6.1). The caller keeps the seed, and wipes it.
 */
public final class SeedSigner implements NoteSigner {
    private static final int SEED = 32;

    private final VerifierKey key;
    private final UnaryOperator<byte[]> signing;

    private SeedSigner(VerifierKey key, UnaryOperator<byte[]> signing) {
        this.key = key;
        this.signing = signing;
    }

    /** A key of this name and kind; the generator hedges ML-DSA's signatures, and Ed25519 needs none. */
    public static SeedSigner of(String name, SignatureType type, byte[] seed, SecureRandom random) throws Malformed {
        if (seed.length != SEED) {
            throw new Malformed("length of a seed");
        }
        if (type == SignatureType.ML_DSA_44_COSIGNATURE) {
            MLDSAPrivateKeyParameters secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed.clone());
            return new SeedSigner(
                    VerifierKey.of(name, type, secret.getPublicKey()),
                    message -> Signatures.mlDsa44(secret, random, message));
        }
        Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(seed);
        return new SeedSigner(
                VerifierKey.of(name, type, secret.generatePublicKey().getEncoded()),
                message -> Signatures.ed25519(secret, message));
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        return signing.apply(message);
    }
}

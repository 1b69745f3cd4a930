package org.troth.ledger;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The only place that calls a signature scheme: Ed25519 (RFC 8032) and ML-DSA-44 (FIPS 204, pure, without context). */
final class Signatures {

    private Signatures() {}

    /** Refuses points that are not canonical, not on the curve, or not of the prime order. */
    static boolean isEd25519(byte[] key) {
        return key.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key, 0);
    }

    /**
     * Whether every verifier that follows RFC 8032 says yes. It leaves open whether both sides are multiplied by the cofactor,
     * which makes a difference only for a point R that is not of the prime order, and no honest signer makes such a one.
     */
    static boolean ed25519(byte[] key, byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && isEd25519(Arrays.copyOf(signature, Ed25519.PUBLIC_KEY_SIZE))
                && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    static byte[] ed25519(Ed25519PrivateKeyParameters key, byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    static boolean mlDsa44(byte[] key, byte[] message, byte[] signature) {
        if (signature.length != SignatureType.ML_DSA_44_COSIGNATURE.rawLength()) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** Hedged: without a generator handed in the library would sign deterministically. */
    static byte[] mlDsa44(MLDSAPrivateKeyParameters key, SecureRandom random, byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(key, random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA refused to sign", e);
        }
    }
}

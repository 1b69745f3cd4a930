package org.troth.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;
import org.troth.ledger.Tampered;

/**
 * Codes by RFC 6238 as every app knows them: HMAC-SHA-1, thirty seconds, six digits. All three steps are always reckoned and
 * compared, so that an answer takes as long for one code as for another.
 */
final class SteppedCodes implements TimeCodes {
    /** Stands before a kept secret: by which rule its codes are made. */
    static final String RULE = "totp sha1 30 6 ";

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int EARLIER = 1;
    private static final int LATER = 1;

    private final Sealer sealer;
    private final WordOpening opening;
    private final SecureRandom random;

    SteppedCodes(Sealer sealer, WordOpening opening, SecureRandom random) {
        this.sealer = sealer;
        this.opening = opening;
        this.random = random;
    }

    @Override
    public String next() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        try {
            return Base32.text(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public boolean isSecret(String text) {
        byte[] secret = Base32.bytes(text);
        return secret != null && secret.length == SECRET_BYTES;
    }

    @Override
    public Sealed keep(AccountId account, String secret) {
        if (!isSecret(secret)) {
            throw new IllegalArgumentException("not the secret of a second factor");
        }
        return sealer.seal(Words.ACCOUNT_FACTOR, account.value(), RULE + secret);
    }

    @Override
    public OptionalLong tried(String code, String secret, Instant at) {
        byte[] key = Base32.bytes(secret);
        return step(code, key != null && key.length == SECRET_BYTES ? key : null, at);
    }

    @Override
    public OptionalLong shown(String code, @Nullable Sealed kept, Instant at) {
        return step(code, kept == null ? null : read(kept), at);
    }

    /** Null when the account was erased: to one who signs in it never was. */
    private byte @Nullable [] read(Sealed kept) {
        if (kept.words() != Words.ACCOUNT_FACTOR) {
            throw new IllegalArgumentException("not the secret of a second factor");
        }
        try {
            String text = opening.open(kept, () -> {});
            byte[] key = text.startsWith(RULE) ? Base32.bytes(text.substring(RULE.length())) : null;
            if (key == null) {
                throw new Unreadable(Why.TAMPERED);
            }
            return key;
        } catch (Unreadable e) {
            if (e.why() == Why.ERASED) {
                return null;
            }
            throw e;
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    private static OptionalLong step(String code, byte @Nullable [] key, Instant at) {
        String typed = code.replaceAll("\\s", "");
        byte[] shown = Arrays.copyOf(typed.getBytes(StandardCharsets.UTF_8), DIGITS);
        boolean sixDigits = typed.length() == DIGITS && typed.chars().allMatch(each -> each >= '0' && each <= '9');
        byte[] used = key == null ? new byte[SECRET_BYTES] : key;
        long now = Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        try {
            for (long step = now - EARLIER; step <= now + LATER; step++) {
                if (MessageDigest.isEqual(code(used, step), shown)) {
                    found = OptionalLong.of(step);
                }
            }
        } finally {
            Arrays.fill(used, (byte) 0);
        }
        return key != null && sixDigits ? found : OptionalLong.empty();
    }

    /** The code of a step, as six digits in ASCII (RFC 4226, section 5.3). */
    static byte[] code(byte[] key, long step) {
        byte[] mac = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int number = (ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE) % MODULUS;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }
}

package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.confidential.Words;
import org.troth.ledger.Tampered;

/**
 * Argon2id with 19 MiB and two passes (OWASP's first choice), as many at once as there are processors.
 *
 * <p>Whoever finds no turn within five seconds is refused as {@code UNAVAILABLE}. Passwords are compared after NFKC.
 */
final class Argon2Passwords implements Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LONGEST = 1024;
    private static final long PATIENCE_SECONDS = 5;

    private final Sealer sealer;
    private final WordOpening opening;
    private final SecureRandom random;
    private final Semaphore turns;
    private final Argon2 nobodys;

    Argon2Passwords(Sealer sealer, WordOpening opening, SecureRandom random, int atOnce) {
        this.sealer = sealer;
        this.opening = opening;
        this.random = random;
        this.turns = new Semaphore(atOnce, true);
        this.nobodys = new Argon2(MEMORY_KIB, PASSES, LANES, salt(), new byte[32]);
    }

    @Override
    public Sealed choose(AccountId account, CharSequence password) {
        if (password.length() > LONGEST) {
            throw new IllegalArgumentException("a password of more than " + LONGEST + " characters");
        }
        byte[] bytes = bytes(password);
        try {
            Argon2 verifier = inTurn(() -> Argon2.of(bytes, salt(), MEMORY_KIB, PASSES, LANES));
            return sealer.seal(Words.ACCOUNT_PASSWORD, account.value(), verifier.encoded());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public boolean fits(CharSequence password, @Nullable Sealed verifier) {
        Argon2 expected = verifier == null ? null : read(verifier);
        boolean tooLong = password.length() > LONGEST;
        byte[] bytes = bytes(tooLong ? password.subSequence(0, LONGEST) : password);
        try {
            boolean fits = inTurn(() -> (expected == null ? nobodys : expected).fits(bytes));
            return fits && expected != null && !tooLong;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Null when the account was erased: to one who signs in it never was. */
    private @Nullable Argon2 read(Sealed verifier) {
        if (verifier.words() != Words.ACCOUNT_PASSWORD) {
            throw new IllegalArgumentException("not a verifier");
        }
        try {
            return Argon2.decode(opening.open(verifier, () -> {}));
        } catch (Unreadable e) {
            if (e.why() == Why.ERASED) {
                return null;
            }
            throw e;
        } catch (Tampered e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unreadable(Why.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] bytes(CharSequence password) {
        CharSequence normal = Normalizer.isNormalized(password, Normalizer.Form.NFKC)
                ? password
                : Normalizer.normalize(password, Normalizer.Form.NFKC);
        ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(normal));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}

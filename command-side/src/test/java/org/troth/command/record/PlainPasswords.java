package org.troth.command.record;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/** Verifiers that are the password itself; counts what a real one would cost. */
public final class PlainPasswords implements Passwords {

    private final MemorySealing sealing = new MemorySealing();
    private final AtomicInteger hashes = new AtomicInteger();

    /** How many hashes were computed so far. */
    public int hashes() {
        return hashes.get();
    }

    @Override
    public Sealed choose(AccountId account, CharSequence password) {
        hashes.incrementAndGet();
        return sealing.seal(Words.ACCOUNT_PASSWORD, account.value(), password.toString());
    }

    @Override
    public boolean fits(CharSequence password, @Nullable Sealed verifier) {
        hashes.incrementAndGet();
        return verifier != null && MemorySealing.peek(verifier).contentEquals(password);
    }
}

package org.troth.command.record;

import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.confidential.Words;

/** Keys that are a number, and codes that are that number and the step; one step to either side of now is known. */
public final class PlainTimeCodes implements TimeCodes {

    private final MemorySealing sealing = new MemorySealing();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    /** What an app with this key shows at this moment. */
    public static String code(String secret, Instant at) {
        long step = at.getEpochSecond() / 30;
        return String.format(Locale.ROOT, "%06d", (step * 31 + secret.hashCode()) & 0x7ffff);
    }

    /** How often a code was compared so far. */
    public int asked() {
        return asked.get();
    }

    @Override
    public String next() {
        return "KEY" + made.incrementAndGet();
    }

    @Override
    public boolean isSecret(String text) {
        return text.matches("KEY\\d+");
    }

    @Override
    public Sealed keep(AccountId account, String secret) {
        return sealing.seal(Words.ACCOUNT_FACTOR, account.value(), secret);
    }

    @Override
    public OptionalLong tried(String code, String secret, Instant at) {
        asked.incrementAndGet();
        for (int off = 1; off >= -1; off--) {
            if (code(secret, at.plusSeconds(30L * off)).equals(code)) {
                return OptionalLong.of(at.getEpochSecond() / 30 + off);
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong shown(String code, @Nullable Sealed kept, Instant at) {
        OptionalLong step = tried(code, kept == null ? "KEY0" : MemorySealing.peek(kept), at);
        return kept == null ? OptionalLong.empty() : step;
    }
}

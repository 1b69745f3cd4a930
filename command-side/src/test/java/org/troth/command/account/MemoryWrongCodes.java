package org.troth.command.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.troth.events.AccountId;

/** Wrong codes in memory. */
final class MemoryWrongCodes implements WrongCodes {

    private final Map<AccountId, Counted> counted = new HashMap<>();

    private record Counted(long sequence, int codes, Instant since) {
        boolean goesOn(long asked, Instant now) {
            return sequence == asked && since.isAfter(now.minus(WITHIN));
        }
    }

    @Override
    public synchronized boolean take(AccountId account, long sequence, Instant now) {
        if (areTooMany(account, sequence, now)) {
            return false;
        }
        Counted before = counted.get(account);
        Counted next = before == null || !before.goesOn(sequence, now)
                ? new Counted(sequence, 1, now)
                : new Counted(sequence, before.codes + 1, before.codes + 1 < MOST ? before.since : now);
        counted.put(account, next);
        return true;
    }

    @Override
    public synchronized void giveBack(AccountId account, long sequence) {
        counted.computeIfPresent(
                account,
                (same, before) -> before.sequence == sequence
                        ? new Counted(sequence, Math.max(0, before.codes - 1), before.since)
                        : before);
    }

    @Override
    public synchronized boolean areTooMany(AccountId account, long sequence, Instant now) {
        Counted before = counted.get(account);
        return before != null && before.goesOn(sequence, now) && before.codes >= MOST;
    }
}

package org.troth.command.account;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.troth.events.AccountId;
import org.troth.events.FactorId;

/** Counters in memory. */
final class MemoryPasskeyCounters implements PasskeyCounters {

    private final Map<FactorId, Long> known = new HashMap<>();
    private final Map<FactorId, AccountId> holders = new HashMap<>();
    private final Set<FactorId> wentBack = new HashSet<>();

    @Override
    public synchronized boolean advance(AccountId account, FactorId passkey, long counter) {
        holders.put(passkey, account);
        Long before = known.get(passkey);
        if (before != null && before >= counter && (before != 0 || counter != 0)) {
            wentBack.add(passkey);
            return false;
        }
        known.put(passkey, counter);
        return true;
    }

    @Override
    public synchronized Set<FactorId> wentBack(AccountId account) {
        return wentBack.stream()
                .filter(each -> account.equals(holders.get(each)))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void forget(FactorId passkey) {
        known.remove(passkey);
        wentBack.remove(passkey);
    }

    @Override
    public synchronized void forgetAll(AccountId account) {
        Set.copyOf(holders.keySet()).stream()
                .filter(each -> account.equals(holders.get(each)))
                .forEach(this::forget);
    }
}

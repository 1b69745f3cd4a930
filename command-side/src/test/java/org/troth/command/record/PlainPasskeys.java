package org.troth.command.record;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.Passkeys;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/** Passkeys that are a name: {@code made NAME COUNTER CHALLENGE} and {@code shown NAME COUNTER CHALLENGE} are what fits. */
public final class PlainPasskeys implements Passkeys {

    private static final Pattern ANSWER = Pattern.compile("(made|shown) (\\w+) (\\d+) (.+)");

    private final MemorySealing sealing = new MemorySealing();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public boolean arePossible() {
        return true;
    }

    @Override
    public Question toMake(AccountId account, Collection<Sealed> kept) {
        return question("make, besides " + kept.size());
    }

    @Override
    public Question toShow(Collection<Sealed> kept) {
        return question("show one of " + kept.size());
    }

    private Question question(String what) {
        return new Question("challenge" + asked.incrementAndGet(), what);
    }

    private static Optional<Matcher> read(String verb, @Nullable String challenge, String answer) {
        Matcher said = ANSWER.matcher(answer);
        return said.matches() && said.group(1).equals(verb) && said.group(4).equals(challenge)
                ? Optional.of(said)
                : Optional.empty();
    }

    @Override
    public Optional<Made> made(AccountId account, @Nullable String challenge, String answer) {
        return read("made", challenge, answer)
                .map(said -> new Made(
                        sealing.seal(Words.ACCOUNT_PASSKEY, account.value(), said.group(2)),
                        Long.parseLong(said.group(3))));
    }

    @Override
    public Optional<Shown> shown(
            AccountId account, @Nullable String challenge, String answer, Map<FactorId, Sealed> kept) {
        return read("shown", challenge, answer)
                .flatMap(said -> kept.entrySet().stream()
                        .filter(each -> MemorySealing.peek(each.getValue()).equals(said.group(2)))
                        .findFirst()
                        .map(each -> new Shown(each.getKey(), Long.parseLong(said.group(3)))));
    }
}

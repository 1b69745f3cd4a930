package org.troth.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A desk with two accounts, to which more can be added; it can be closed, and can show anyone out. */
final class TestDesk implements SignInDesk {

    static final SignedInUser COORDINATOR =
            new SignedInUser(new UUID(1, 1), new UUID(7, 1), Set.of("COORDINATOR"), "one");
    static final SignedInUser AUDITOR = new SignedInUser(new UUID(1, 2), null, Set.of("AUDITOR"), "one");
    /** A code fits when it is a six and five digits, once. */
    private static final Pattern CODE = Pattern.compile("6[0-9]{5}");

    static final String PASSWORD = "a long pass phrase";

    final Map<String, SignedInUser> accounts =
            new ConcurrentHashMap<>(Map.of("coordinator", COORDINATOR, "auditor", AUDITOR));
    final Set<UUID> shownOut = ConcurrentHashMap.newKeySet();
    final Set<UUID> tooMany = new HashSet<>();
    final Map<UUID, SecondStep> second = new HashMap<>();
    final Map<UUID, StepWays> ways = new HashMap<>();
    int questions;
    private final Set<String> spent = new HashSet<>();
    int codes;
    int asked;
    volatile String lastName = "";
    boolean closed;

    @Override
    public Optional<SignedInUser> signIn(String name, CharSequence password) {
        asked++;
        lastName = name;
        return PASSWORD.contentEquals(password) ? Optional.ofNullable(accounts.get(tag(name))) : Optional.empty();
    }

    @Override
    public Optional<SignedInUser> bearer(String token) {
        if (closed) {
            throw new Unavailable(Duration.ofSeconds(7), new IllegalStateException("secret-words"));
        }
        return token.startsWith("token-")
                ? Optional.ofNullable(accounts.get(token.substring(6))).filter(this::stillSignedIn)
                : Optional.empty();
    }

    @Override
    public SecondStep secondStep(SignedInUser user) {
        return second.getOrDefault(user.account(), SecondStep.NONE);
    }

    @Override
    public Optional<SignedInUser> code(SignedInUser user, String code) {
        codes++;
        return spent.add(code) && CODE.matcher(code).matches() ? Optional.of(user) : Optional.empty();
    }

    @Override
    public Optional<SignedInUser> again(SignedInUser user, String shown) {
        return secondStep(user) == SecondStep.CODE
                ? code(user, shown)
                : Optional.of(user).filter(same -> PASSWORD.equals(shown));
    }

    @Override
    public StepWays ways(SignedInUser user) {
        return ways.getOrDefault(user.account(), new StepWays(true, false));
    }

    @Override
    public Optional<PasskeyQuestion> passkeyQuestion(SignedInUser user) {
        String challenge = "challenge-" + ++questions;
        return ways(user).passkey()
                ? Optional.of(new PasskeyQuestion(challenge, "{\"challenge\":\"" + challenge + "\"}"))
                : Optional.empty();
    }

    /** It fits when it is the challenge. */
    @Override
    public Optional<SignedInUser> passkey(SignedInUser user, @Nullable String challenge, String answer) {
        codes++;
        return ways(user).passkey() && answer.equals(challenge) ? Optional.of(user) : Optional.empty();
    }

    @Override
    public boolean wantsRecoveryCode(SignedInUser user) {
        return tooMany.contains(user.account());
    }

    @Override
    public boolean stillSignedIn(SignedInUser user) {
        return !shownOut.contains(user.account());
    }

    @Override
    public String tag(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }
}

package org.troth.command.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Phrase;

/**
 * What makes a password (NIST SP 800-63B): long enough, not the name, not one of the commonest, and otherwise whatever its
 * holder likes. No rule about kinds of characters, and none about age.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMONEST = read("/account/commonest-passwords.txt");

    private PasswordRules() {}

    /** Adds a fault to the field when the password is none. */
    static void check(Fields fields, String field, String password, String name) {
        broken(password, name).ifPresent(fault -> fields.refuse(field, fault.rule(), fault.words()));
    }

    private static Optional<Fault> broken(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return fault("too-short", Phrase.of("command.account.wrong.too-short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return fault("too-long", Phrase.of("command.account.wrong.too-long", LONGEST));
        }
        String folded = SignInName.of(password).folded();
        String foldedName = SignInName.of(name).folded();
        if (folded.equals(foldedName)
                || (foldedName.length() > 3 && folded.replace(foldedName, "").length() < 6)) {
            return fault("is-name", Phrase.of("command.account.wrong.is-name"));
        }
        if (folded.codePoints().distinct().count() < FEWEST_DIFFERENT || repeats(folded)) {
            return fault("too-plain", Phrase.of("command.account.wrong.too-plain"));
        }
        if (COMMONEST.contains(folded)) {
            return fault("too-common", Phrase.of("command.account.wrong.too-common"));
        }
        return Optional.empty();
    }

    /** Whether it is one short piece over and over again. */
    private static boolean repeats(String text) {
        for (int piece = 1; piece <= text.length() / 3; piece++) {
            if (text.length() % piece == 0
                    && text.substring(0, piece).repeat(text.length() / piece).equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Fault> fault(String rule, Phrase words) {
        return Optional.of(new Fault(rule, words));
    }

    private record Fault(String rule, Phrase words) {}

    private static Set<String> read(String resource) {
        try {
            return new ClassPathResource(resource, PasswordRules.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> SignInName.of(line).folded())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of the commonest passwords is missing from the jar", e);
        }
    }
}

package org.troth.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;

/**
 * What is kept of a passkey, as one line of text that says itself how it is read: its identifier, its public key as COSE
 * (RFC 9052), whether it may be copied to other devices of its holder, and how a browser reaches it. Which model made it is not
 * kept.
 */
record KeptPasskey(byte[] id, byte[] key, boolean backedUp, List<String> transports) {

    private static final String RULE = "webauthn 1";
    private static final int PARTS = 6;
    private static final String NO_TRANSPORT = "-";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    KeptPasskey {
        transports = transports.stream()
                .filter(each -> each.matches("[a-z-]{2,20}"))
                .distinct()
                .sorted()
                .toList();
    }

    static String encoded(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** Throws {@link Unreadable} when this is no such line. */
    static KeptPasskey read(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS || !line.startsWith(RULE + " ")) {
            throw new Unreadable(Why.TAMPERED);
        }
        return new KeptPasskey(
                Base64.getUrlDecoder().decode(parts[2]),
                Base64.getUrlDecoder().decode(parts[3]),
                parts[4].equals("y"),
                parts[5].equals(NO_TRANSPORT) ? List.of() : List.of(parts[5].split(",", -1)));
    }

    String line() {
        return String.join(
                " ",
                RULE,
                encoded(id),
                encoded(key),
                backedUp ? "y" : "n",
                transports.isEmpty() ? NO_TRANSPORT : String.join(",", transports));
    }

    /** As a browser is told of it: it holds nothing but what is safe in JSON as it stands. */
    String descriptor() {
        return "{\"type\":\"public-key\",\"id\":\"%s\",\"transports\":[%s]}"
                .formatted(
                        encoded(id),
                        transports.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptPasskey that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    @Override
    public String toString() {
        return "KeptPasskey";
    }
}

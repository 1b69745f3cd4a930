package org.troth.command.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.TokenId;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/** A token for programs: which one it is, and the secret that shows it. Its text is shown once and never kept. */
record BearerToken(TokenId id, String text) {

    private static final String PREFIX = "troth_";
    private static final int ID_LENGTH = 32;
    private static final int LONGEST = 200;

    static BearerToken next(Codes codes) {
        UUID id = UUID.randomUUID();
        return new BearerToken(new TokenId(id), PREFIX + id.toString().replace("-", "") + "_" + codes.next());
    }

    /** Empty when this is no token of ours by its shape. */
    static Optional<BearerToken> read(String text) {
        int end = PREFIX.length() + ID_LENGTH;
        if (text.length() <= end + 1
                || text.length() > LONGEST
                || !text.startsWith(PREFIX)
                || text.charAt(end) != '_') {
            return Optional.empty();
        }
        UUID id = uuid(text.substring(PREFIX.length(), end));
        return id == null ? Optional.empty() : Optional.of(new BearerToken(new TokenId(id), text));
    }

    private static @Nullable UUID uuid(String hex) {
        for (int at = 0; at < hex.length(); at++) {
            char digit = hex.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return null;
            }
        }
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    Claim claim(Tags tags) {
        return new Claim(TagKind.API_TOKEN, tags.tag(TagKind.API_TOKEN, text));
    }

    @Override
    public String toString() {
        return "BearerToken " + id;
    }
}

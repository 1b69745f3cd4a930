package org.troth.command.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.troth.events.AccountId;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/**
 * A code of 80 random bits that stands in for a lost second factor, as it was typed: spaces, hyphens, case and look-alikes
 * make no difference. Only its keyed tag is kept.
 */
record RecoveryCode(String letters) {

    /** How many are issued at once. */
    static final int ISSUED = 10;

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    static List<RecoveryCode> next(Codes codes) {
        return IntStream.range(0, ISSUED)
                .mapToObj(number -> new RecoveryCode(codes.next().substring(0, LENGTH)))
                .toList();
    }

    /** Empty when this is no recovery code by its shape. */
    static Optional<RecoveryCode> read(String typed) {
        String letters = typed.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return letters.length() == LENGTH ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /** Its claim, as one of the account's codes of this issue: a code issued earlier is another issue's, and fits no more. */
    Claim claim(Tags tags, AccountId account, int issue) {
        return new Claim(TagKind.RECOVERY_CODE, tags.tag(TagKind.RECOVERY_CODE, account + "/" + issue + "/" + letters));
    }

    /** As it is shown, once, to be written down. */
    String inGroups() {
        return grouped(letters, "-");
    }

    /** Any text in groups of four characters. */
    static String grouped(String text, String between) {
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < text.length(); at += GROUP) {
            grouped.append(at == 0 ? "" : between).append(text, at, Math.min(text.length(), at + GROUP));
        }
        return grouped.toString();
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}

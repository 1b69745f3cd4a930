package org.troth.command.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/** The name an account signs in with, however it is spelt: case, width, outer space and what cannot be seen do not count. */
record SignInName(String folded) {

    static final int LONGEST = 200;

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    static SignInName of(String typed) {
        String normal = UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        String folded = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return new SignInName(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    Claim claim(Tags tags) {
        return new Claim(TagKind.SIGN_IN_NAME, tags.tag(TagKind.SIGN_IN_NAME, folded));
    }

    @Override
    public String toString() {
        return "SignInName";
    }
}

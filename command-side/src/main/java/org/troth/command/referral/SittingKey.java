package org.troth.command.referral;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/**
 * The secret of one sitting, which stands in the page alone. The page that asks for the link holds it already, so that the
 * same request sent twice begins one sitting and both answers belong to it.
 *
 * @param number of the opening that the sitting began with; 0 for what can be no secret of ours
 */
record SittingKey(int number, String letters) {

    private static final String LETTERS = "[0-9a-z]{26,64}";
    private static final Pattern WISHED = Pattern.compile(LETTERS);
    private static final Pattern WHOLE = Pattern.compile("([1-9][0-9]{0,4})-(" + LETTERS + ")");

    /** For the opening of this number: the secret that came along, or a new one. */
    static SittingKey wished(int number, @Nullable String letters, Codes codes) {
        return new SittingKey(
                number,
                letters != null && WISHED.matcher(letters).matches() ? letters : codes.next());
    }

    static SittingKey shown(@Nullable String whole) {
        Matcher ours = WHOLE.matcher(whole == null ? "" : whole.strip());
        return ours.matches()
                ? new SittingKey(Integer.parseInt(ours.group(1)), ours.group(2))
                : new SittingKey(0, "");
    }

    String whole() {
        return number + "-" + letters;
    }

    Claim claim(Tags tags) {
        return new Claim(TagKind.AGENCY_SITTING, tags.tag(TagKind.AGENCY_SITTING, whole()));
    }

    @Override
    public String toString() {
        return "SittingKey";
    }
}

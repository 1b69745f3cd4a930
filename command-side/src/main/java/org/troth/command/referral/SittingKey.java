package org.troth.command.referral;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/**
 * The secret of one sitting, which stands in the page alone. It comes of the link, the code and what tells the request apart
 * from any other, under a key of ours: the same request sent twice begins one sitting and both answers belong to it, and nobody
 * can choose a secret that is easy to guess, or one that belongs to another packet.
 *
 * @param number of the opening that the sitting began with; 0 for what can be no secret of ours
 */
record SittingKey(int number, String letters) {

    private static final String LETTERS = "[0-9a-z]{26,64}";
    private static final Pattern APART = Pattern.compile(LETTERS);
    private static final Pattern WHOLE = Pattern.compile("([1-9][0-9]{0,4})-(" + LETTERS + ")");

    /** For who came with this key in this request; a request that tells nothing apart is unlike any other. */
    static SittingKey of(AgencyKey key, @Nullable String request, Tags tags, Codes codes) {
        String apart = request != null && APART.matcher(request).matches() ? request : codes.next();
        byte[] secret = tags.tag(TagKind.AGENCY_SITTING, key.fragment() + "/" + key.code() + "/" + apart);
        return new SittingKey(key.number(), HexFormat.of().formatHex(secret));
    }

    static SittingKey shown(@Nullable String whole) {
        Matcher ours = WHOLE.matcher(whole == null ? "" : whole.strip());
        return ours.matches() ? new SittingKey(Integer.parseInt(ours.group(1)), ours.group(2)) : new SittingKey(0, "");
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

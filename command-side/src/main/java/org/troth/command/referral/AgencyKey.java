package org.troth.command.referral;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/**
 * What an agency opens a packet with: the secret of a link, and a code that is told by another way. Only a keyed tag of both
 * together is kept anywhere, so that neither is of use without the other, and nobody can try codes on a link alone.
 *
 * @param number of the opening, from 1; 0 for what can be no link of ours
 */
record AgencyKey(int number, String link, String code) {

    private static final Pattern LINK = Pattern.compile("([1-9][0-9]{0,4})-([0-9a-z]{26,64})");
    private static final int CODE = 12;
    private static final int GROUP = 4;

    static AgencyKey next(int number, Codes codes) {
        String code = codes.next();
        if (code.length() < CODE) {
            throw new IllegalStateException("a code is longer than this");
        }
        return new AgencyKey(number, codes.next(), code.substring(0, CODE));
    }

    /** The link may be pasted whole; spaces, hyphens, case and look-alikes make no difference to the code. */
    static AgencyKey typed(String link, String code) {
        String secret = link.substring(link.lastIndexOf('#') + 1).strip();
        String letters = code.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        Matcher ours = LINK.matcher(secret);
        return ours.matches()
                ? new AgencyKey(Integer.parseInt(ours.group(1)), ours.group(2), letters)
                : new AgencyKey(0, secret, letters);
    }

    /** What stands after the # of the link. */
    String fragment() {
        return number + "-" + link;
    }

    /** As it is read aloud: three groups of four. */
    String spoken() {
        StringBuilder spoken = new StringBuilder();
        for (int at = 0; at < code.length(); at++) {
            if (at > 0 && at % GROUP == 0) {
                spoken.append(' ');
            }
            spoken.append(code.charAt(at));
        }
        return spoken.toString();
    }

    Claim claim(Tags tags) {
        return new Claim(TagKind.AGENCY_OPENING, tags.tag(TagKind.AGENCY_OPENING, fragment() + "/" + code));
    }

    @Override
    public String toString() {
        return "AgencyKey";
    }
}

package org.troth.command.participant;

import java.util.Locale;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/**
 * A code by which whoever asked without a name comes back: fifteen random letters of five bits each, and one that shows a
 * slip of the pen. Spaces, hyphens, case and look-alikes make no difference.
 */
record ReceiptCode(String letters) {

    static final int LONGEST_TYPED = 100;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int RANDOM = 15;
    private static final int GROUP = 4;

    static ReceiptCode next(Codes codes) {
        String random = codes.next();
        if (random.length() < RANDOM || !inAlphabet(random)) {
            throw new IllegalStateException("a code is made of other letters");
        }
        String letters = random.substring(0, RANDOM);
        return new ReceiptCode(letters + ALPHABET.charAt(check(letters)));
    }

    static ReceiptCode typed(String typed) {
        String bounded = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
        return new ReceiptCode(bounded.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1'));
    }

    /** Whether these letters could be a code; a single wrong letter, or any two that changed places, always show. */
    boolean isWhole() {
        return letters.length() == RANDOM + 1
                && inAlphabet(letters)
                && letters.charAt(RANDOM) == ALPHABET.charAt(check(letters.substring(0, RANDOM)));
    }

    /** As it is shown and read aloud: four groups of four. */
    String spoken() {
        StringBuilder spoken = new StringBuilder();
        for (int at = 0; at < letters.length(); at++) {
            if (at > 0 && at % GROUP == 0) {
                spoken.append(' ');
            }
            spoken.append(letters.charAt(at));
        }
        return spoken.toString();
    }

    Claim claim(Tags tags) {
        return new Claim(TagKind.ENQUIRY_RECEIPT, tags.tag(TagKind.ENQUIRY_RECEIPT, letters));
    }

    private static boolean inAlphabet(String letters) {
        return letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    /** The sum of all letters in the field of 32 elements, each times another power of its generator. */
    private static int check(String letters) {
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < letters.length(); at++) {
            weight = times(weight, 2);
            sum ^= times(weight, ALPHABET.indexOf(letters.charAt(at)));
        }
        return sum;
    }

    /** Multiplies polynomials over two elements, modulo x^5 + x^2 + 1. */
    private static int times(int one, int other) {
        int product = 0;
        for (int bit = 4; bit >= 0; bit--) {
            product <<= 1;
            if ((product & 32) != 0) {
                product ^= 0b100101;
            }
            if ((other >> bit & 1) != 0) {
                product ^= one;
            }
        }
        return product;
    }

    @Override
    public String toString() {
        return "ReceiptCode";
    }
}

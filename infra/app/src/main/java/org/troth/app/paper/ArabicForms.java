package org.troth.app.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters of the Arabic script as they are drawn beside their neighbours (Unicode, Arabic Presentation Forms), for a printer that does not
 * join them itself.
 */
final class ArabicForms {

    private static final int[] FIRST = {0xFE80, 0xFB50};
    private static final int[] LAST = {0xFEFC, 0xFBFF};
    private static final int LAM = 0x644;
    private static final int TATWEEL = 0x640;
    private static final int JOINER = 0x200D;

    /** By letter: alone and at the end; where it also joins the next one, at the beginning and in the middle. */
    private static final Map<String, int[]> FORMS = read();

    private ArabicForms() {}

    /** The forms of one letter, or of lam and alef, stand side by side in this order. */
    private static Map<String, int[]> read() {
        Map<String, int[]> forms = new HashMap<>();
        for (int block = 0; block < FIRST.length; block++) {
            int at = FIRST[block];
            while (at <= LAST[block]) {
                String letter = plain(at);
                int next = at + 1;
                while (next <= LAST[block] && next < at + 4 && plain(next).equals(letter)) {
                    next++;
                }
                int[] found = new int[next - at];
                for (int form = 0; form < found.length; form++) {
                    found[form] = at + form;
                }
                forms.putIfAbsent(letter, found);
                at = next;
            }
        }
        return forms;
    }

    private static String plain(int form) {
        return Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
    }

    /** Whether this letter can be drawn joined: a letter of the script without forms would stand alone among its neighbours. */
    static boolean knows(int letter) {
        return !Character.isLetter(letter) || letter == TATWEEL || FORMS.containsKey(Character.toString(letter));
    }

    /** The text with every letter in its form, in the order in which it is read. */
    static String of(String text) {
        int[] letters = text.codePoints().toArray();
        StringBuilder formed = new StringBuilder();
        boolean joined = false;
        for (int at = 0; at < letters.length; at++) {
            int letter = letters[at];
            if (isMark(letter)) {
                formed.appendCodePoint(letter);
                continue;
            }
            int[] both = letter == LAM && at + 1 < letters.length
                    ? FORMS.get(Character.toString(LAM) + Character.toString(letters[at + 1]))
                    : null;
            if (both != null) {
                formed.appendCodePoint(both[joined ? 1 : 0]);
                joined = false;
                at++;
                continue;
            }
            int[] forms = FORMS.get(Character.toString(letter));
            boolean before = joined && joinsBack(letter, forms);
            boolean after = joinsOn(letter, forms) && joinsNext(letters, at);
            formed.appendCodePoint(forms == null || letter == TATWEEL ? letter : form(forms, before, after));
            joined = joinsOn(letter, forms);
        }
        return formed.toString();
    }

    /** The letters themselves again. */
    static String undone(String formed) {
        StringBuilder plain = new StringBuilder();
        formed.codePoints().forEach(each -> {
            boolean isForm = each >= FIRST[1] && each <= LAST[1] || each >= FIRST[0] && each <= LAST[0];
            plain.append(isForm ? plain(each) : Character.toString(each));
        });
        return plain.toString();
    }

    private static int form(int[] forms, boolean before, boolean after) {
        if (before) {
            return after ? forms[3] : forms[Math.min(1, forms.length - 1)];
        }
        return after ? forms[2] : forms[0];
    }

    private static boolean joinsNext(int[] letters, int at) {
        int next = at + 1;
        while (next < letters.length && isMark(letters[next])) {
            next++;
        }
        return next < letters.length && joinsBack(letters[next], FORMS.get(Character.toString(letters[next])));
    }

    private static boolean joinsBack(int letter, int @Nullable [] forms) {
        return letter == TATWEEL || letter == JOINER || forms != null && forms.length > 1;
    }

    private static boolean joinsOn(int letter, int @Nullable [] forms) {
        return letter == TATWEEL || letter == JOINER || forms != null && forms.length > 2;
    }

    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}

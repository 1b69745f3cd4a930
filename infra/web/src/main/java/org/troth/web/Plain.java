package org.troth.web;

import org.jspecify.annotations.Nullable;

/** Text that can be kept and shown again: no NUL, no half of a surrogate pair, and nothing a decoder had to give up on. */
final class Plain {

    private Plain() {}

    static boolean isPlain(@Nullable String text) {
        if (text == null) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\uFFFD' || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}

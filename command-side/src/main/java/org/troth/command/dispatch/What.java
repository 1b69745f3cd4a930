package org.troth.command.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a request asks for, so that two requests have one text only when they ask for the same. */
public final class What {

    private What() {}

    /**
     * The route, and every part of the request in a fixed order; absent parts stay different from empty ones. May hold
     * words: it is only ever turned into a keyed tag.
     */
    public static String of(String route, @Nullable Object... parts) {
        StringBuilder text = new StringBuilder(route);
        for (Object part : parts) {
            append(text, part);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object part) {
        if (part == null) {
            text.append(" -");
        } else if (part instanceof List<?> list) {
            text.append(" [").append(list.size());
            list.forEach(each -> append(text, each));
        } else {
            String said = part.toString();
            text.append(' ').append(said.length()).append(':').append(said);
        }
    }
}

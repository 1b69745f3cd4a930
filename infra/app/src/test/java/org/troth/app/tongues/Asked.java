package org.troth.app.tongues;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of the message files a template or a Java source asks for. */
final class Asked {

    private static final String KEY = "(?:web|app|command|query)\\.[a-z-]+\\.[A-Za-z0-9._#-]*";
    private static final Pattern MESSAGE = Pattern.compile("#\\{(" + KEY + ")");
    private static final Pattern LITERAL = Pattern.compile("[\"'](" + KEY + ")[\"']");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");

    private Asked() {}

    /** Keys, and beginnings of keys (ending in a dot) to which something is added. */
    static Set<String> in(String source) {
        Set<String> keys = new TreeSet<>();
        for (Pattern pattern : new Pattern[] {MESSAGE, LITERAL}) {
            Matcher asked = pattern.matcher(source);
            while (asked.find()) {
                keys.add(asked.group(1));
            }
        }
        return keys;
    }

    /** How many arguments each key of a template is given. */
    static Map<String, Integer> withArguments(String template) {
        Map<String, Integer> given = new HashMap<>();
        Matcher asked = MESSAGE.matcher(template);
        while (asked.find()) {
            given.put(asked.group(1), count(template, asked.end()));
        }
        return given;
    }

    /** Counts the arguments between the bracket here and its match. */
    private static int count(String text, int from) {
        if (text.charAt(from) != '(') {
            return 0;
        }
        int depth = 0;
        int commas = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (quoted) {
                continue;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
                if (depth == 0) {
                    return commas + 1;
                }
            } else if (c == ',' && depth == 1) {
                commas++;
            }
        }
        throw new IllegalArgumentException("a bracket without its match");
    }

    /** How many arguments words have. */
    static int arguments(String words) {
        Set<String> found = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(words);
        while (argument.find()) {
            found.add(argument.group(1));
        }
        return found.size();
    }
}

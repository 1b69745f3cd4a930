package org.troth.app.tongues;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a Java source the sentences that are said to people and that come from no message file. */
final class JavaText {

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'|[^\"'/]+|/",
            Pattern.DOTALL);

    /** Begins like a sentence and has several words, or is one word with a capital that is no name of a class or field. */
    private static final Pattern SENTENCE =
            Pattern.compile("\\p{Lu}\\p{Ll}*(?:[,:]? \\S.*)?|\\p{L}[^\\n]*\\p{L} \\p{L}.*[.?!]");

    private static final Pattern CALL = Pattern.compile("([\\w.]+)\\s*\\($");

    /** What is said to operators and developers, not to people at a page. */
    private static final Pattern NOT_SAID = Pattern.compile(
            "(?:.*(?:Exception|Error|LOG\\.\\w+|StartRefused\\.because|HexFormat|Pattern\\.compile|ofPattern|header|setHeader|addHeader"
                    + "|getHeader|equals|matches|contains|startsWith|endsWith|SuppressWarnings|requireNonNull|super))",
            Pattern.DOTALL);

    /** Names and codes are said in every language alike. */
    private static final Set<String> NAMES = Set.of("Troth", "Troth shell", "English", "Strict");

    private JavaText() {}

    /** Each stray sentence, in its order. */
    static List<String> strays(String source) {
        List<String> found = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String part = token.group();
            if (part.startsWith("//") || part.startsWith("/*")) {
                continue;
            }
            if (part.startsWith("\"")) {
                String literal = part.replaceAll("^\"+|\"+$", "");
                if (isSentence(literal) && !NOT_SAID.matcher(callee(code)).matches()) {
                    found.add(literal.strip());
                }
                code.append("\"\"");
            } else {
                code.append(part);
            }
        }
        return found;
    }

    private static boolean isSentence(String literal) {
        return SENTENCE.matcher(literal).matches()
                && !NAMES.contains(literal)
                && !literal.equals(literal.toUpperCase(Locale.ROOT))
                && !literal.matches("(?s)\\s*(?:select|insert|update|delete|with|create)\\b.*");
    }

    /** What is called with the literal that comes next. */
    private static String callee(StringBuilder code) {
        int depth = 0;
        for (int i = code.length() - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && depth-- == 0) {
                Matcher call = CALL.matcher(code.substring(Math.max(0, i - 120), i + 1));
                return call.find() ? call.group(1) : "";
            } else if (c == ';' || c == '{' || c == '}') {
                return "";
            }
        }
        return "";
    }
}

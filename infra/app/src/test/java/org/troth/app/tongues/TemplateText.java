package org.troth.app.tongues;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a template the words that a reader would see and that come from no message file. */
final class TemplateText {

    private static final Pattern TOKEN = Pattern.compile(
            "<!--/\\*.*?\\*/-->|<!--.*?-->|<![^>]*>|</?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+|<",
            Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9:-]*)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Set<String> ALONE =
            Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

    /** Code is written in no language. */
    private static final Set<String> CODE = Set.of("code", "pre", "kbd", "samp", "script", "style");

    private static final Set<String> SPOKEN =
            Set.of("title", "alt", "placeholder", "label", "aria-label", "aria-description");
    private static final Set<String> SHOWN =
            Set.of("th:text", "th:utext", "th:title", "th:alt", "th:placeholder", "th:label", "th:aria-label");
    private static final Pattern BODY_REPLACED = Pattern.compile("\\sth:(?:text|utext|replace|insert)=");
    private static final Pattern INLINE = Pattern.compile("\\[\\[(.*?)]]|\\[\\((.*?)\\)]", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("#\\{[^{}]*(?:\\$\\{[^{}]*}[^{}]*)*}");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern PIPED = Pattern.compile("\\|([^|]*)\\|");
    private static final Pattern COMPARED =
            Pattern.compile("(?:==|!=|\\beq|\\bne|\\bcontains(?:Key)?\\(|\\bhas\\(|\\[)\\s*$");
    private static final Pattern ASSIGNED_SPOKEN = Pattern.compile(
            "\\b(?:title|alt|placeholder|label|aria-label|aria-description|data-label|data-ask|data-copied)=");
    private static final Pattern KEY = Pattern.compile("(?:web|app|command|query)(?:\\.[A-Za-z0-9_-]+)+\\.?");
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}\\p{Ll}+.*|.*\\p{L}[,.;:]? \\p{L}.*", Pattern.DOTALL);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final List<String> found = new ArrayList<>();

    private TemplateText() {}

    /** Each stray text, in its order. */
    static List<String> strays(String template) {
        TemplateText text = new TemplateText();
        text.read(template);
        return text.found;
    }

    private record Open(String name, boolean silent) {}

    private void read(String template) {
        Deque<Open> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            String part = token.group();
            if (part.startsWith("<!")) {
                continue;
            }
            Matcher name = NAME.matcher(part);
            boolean silent = !open.isEmpty() && open.peek().silent();
            if (!name.lookingAt()) {
                if (!silent) {
                    text(part);
                }
            } else if (part.startsWith("</")) {
                close(open, name.group(1).toLowerCase(Locale.ROOT));
            } else {
                String tag = name.group(1).toLowerCase(Locale.ROOT);
                if (!silent) {
                    attributes(part);
                }
                if (!part.endsWith("/>") && !ALONE.contains(tag)) {
                    open.push(new Open(tag, silent || CODE.contains(tag) || isReplaced(part, tag)));
                }
            }
        }
    }

    /** The whole page stands inside an element that is replaced by the frame around it. */
    private static boolean isReplaced(String tag, String name) {
        return !name.equals("html") && BODY_REPLACED.matcher(tag).find();
    }

    private static void close(Deque<Open> open, String name) {
        while (!open.isEmpty() && !open.pop().name().equals(name)) {
            // An element that needs no end tag was left open.
        }
    }

    private void text(String part) {
        Matcher inline = INLINE.matcher(part);
        while (inline.find()) {
            expression(inline.group(1) == null ? inline.group(2) : inline.group(1), true);
        }
        words(INLINE.matcher(part).replaceAll("").replaceAll("&[a-z]+;|&#\\d+;", ""));
    }

    private void attributes(String tag) {
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            if (name.startsWith("th:") && !name.equals("th:fragment")) {
                expression(
                        value,
                        SHOWN.contains(name)
                                || name.equals("th:attr")
                                        && ASSIGNED_SPOKEN.matcher(value).find());
            } else if (SPOKEN.contains(name)
                    || name.startsWith("data-") && WORDS.matcher(value).matches()) {
                words(value);
            }
        }
    }

    /** In an expression, words are a literal that reads like words; where they are shown, any literal that is no code. */
    private void expression(String expression, boolean shown) {
        String rest = MESSAGE.matcher(expression).replaceAll("#{}");
        Matcher piped = PIPED.matcher(rest);
        while (shown && piped.find()) {
            words(piped.group(1).replaceAll("[$#@*~]\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}", ""));
        }
        Matcher quoted = QUOTED.matcher(rest);
        while (quoted.find()) {
            String literal = quoted.group(1);
            boolean word = WORDS.matcher(literal).matches()
                    || shown
                            && LETTER.matcher(literal).find()
                            && !literal.equals(literal.toUpperCase(Locale.ROOT))
                            && !COMPARED.matcher(rest.substring(0, quoted.start()))
                                    .find()
                            && !rest.substring(0, quoted.start()).matches("(?s).*[\\w-]+=\\$\\{[^}]*");
            if (word && !KEY.matcher(literal).matches()) {
                words(literal);
            }
        }
    }

    private void words(String text) {
        if (LETTER.matcher(text).find()) {
            found.add(text.strip().replaceAll("\\s+", " "));
        }
    }
}

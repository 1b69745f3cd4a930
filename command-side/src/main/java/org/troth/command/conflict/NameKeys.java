package org.troth.command.conflict;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what two names are taken for the same, however they are written: when they share two words, or when one is a single word
 * that the other holds. Letters lose case and marks, words their order; titles, forms of companies and the like do not count.
 *
 * <p>A name is compared by every scheme that there ever was, so that what is kept by an older one still meets it. A new scheme
 * is one more, and has the next number.
 *
 * @param whole single words that are a whole name, and pairs of words
 * @param parts single words of longer names
 */
record NameKeys(Set<String> whole, Set<String> parts) {

    /** The newest scheme: since 2, what joins two parts of one word is left out, and Arabic letters have one shape each. */
    static final int SCHEME = 2;

    private static final int MOST_WORDS = 8;

    private static final Pattern JOINED = Pattern.compile("[\\p{M}'\u2019\u02BC`]");

    /** Hyphens, apostrophes however they are typed, what is not seen at all, and the stroke that draws out Arabic words. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<=\\p{L})[\\p{Pd}\u00B4\u02B9-\u02BF\u2018\u201B\u2032\uFF07]" + "(?=\\p{L})|[\\p{Cf}\u0640]");

    /** Shapes of one letter, which are typed for each other: alef, yeh, kaf, heh. */
    private static final Map<Character, Character> ARABIC = Map.of(
            '\u0671', '\u0627',
            '\u0649', '\u064A',
            '\u06CC', '\u064A',
            '\u06A9', '\u0643',
            '\u0629', '\u0647',
            '\u06C1', '\u0647',
            '\u06BE', '\u0647',
            '\u06D5', '\u0647');

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> UNTELLING =
            Set.of(BETWEEN.split("a an and co company corp corporation de dr for gmbh inc la limited llc llp ltd miss"
                    + " mr mrs ms mx of partners plc prof solicitors the"));

    NameKeys {
        whole = Set.copyOf(whole);
        parts = Set.copyOf(parts);
    }

    /** Empty for what holds neither a letter nor a number. */
    static NameKeys of(String name) {
        NameKeys first = ofWords(words(name));
        NameKeys second = ofWords(words(inOneShape(name)));
        Set<String> whole = new LinkedHashSet<>(first.whole);
        whole.addAll(second.whole);
        Set<String> parts = new LinkedHashSet<>(first.parts);
        parts.addAll(second.parts);
        return new NameKeys(whole, parts);
    }

    private static String inOneShape(String name) {
        // An accent that stands alone is an apostrophe to whoever types it, and would be taken apart into a space.
        String joined = WITHIN.matcher(name).replaceAll("");
        StringBuilder shaped = new StringBuilder();
        Normalizer.normalize(joined, Normalizer.Form.NFKD)
                .chars()
                .forEach(letter -> shaped.append(ARABIC.getOrDefault((char) letter, (char) letter)));
        return shaped.toString();
    }

    private static NameKeys ofWords(List<String> words) {
        if (words.size() == 1) {
            return new NameKeys(Set.copyOf(words), Set.of());
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int first = 0; first < words.size(); first++) {
            for (int second = first + 1; second < words.size(); second++) {
                pairs.add(words.get(first) + " " + words.get(second));
            }
        }
        return new NameKeys(pairs, Set.copyOf(words));
    }

    /** In alphabetical order, each once; those that tell nothing only where there are no others. */
    private static List<String> words(String name) {
        String plain = withoutStrokes(JOINED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
        List<String> all = Arrays.stream(BETWEEN.split(plain))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        List<String> telling =
                all.stream().filter(each -> !UNTELLING.contains(each)).toList();
        List<String> compared = telling.isEmpty() ? all : telling;
        return compared.stream().limit(MOST_WORDS).sorted().toList();
    }

    /** Letters whose stroke or joining Unicode does not take apart, as they are typed without it. */
    private static String withoutStrokes(String letters) {
        return letters.replace('\u0142', 'l')
                .replace('\u00F8', 'o')
                .replace('\u0111', 'd')
                .replace('\u0127', 'h')
                .replace("\u00E6", "ae")
                .replace("\u0153", "oe")
                .replace("\u00FE", "th")
                .replace('\u00F0', 'd');
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }
}

package org.troth.command.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.troth.events.consent.ConsentEvent.ReadingLevel;

/**
 * How hard an English text is to read: the school grade of Flesch and Kincaid (1975), from the lengths of sentences and
 * words. Syllables are counted by groups of vowels, as programs do. No grade is given for any other language.
 */
final class ReadingGrade {

    private static final String SCALE = "flesch-kincaid-grade";

    private static final Pattern WORD_END = Pattern.compile("[^a-z']+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!\\n]+");
    private static final Pattern SILENT_END =
            Pattern.compile("(?<=[^aeiouyl]|[aeiouy]l)e$|(?<=[^aeiouydt])ed$|(?<=[^aeiouyscgxzh])es$");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingGrade() {}

    /** The level of a text; empty where it is not measured. */
    static Optional<ReadingLevel> of(String text, String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en")
                ? Optional.of(new ReadingLevel(SCALE, String.format(Locale.ROOT, "%.1f", grade(text))))
                : Optional.empty();
    }

    /** The grade of an English text; not a number for a text without words. */
    static double grade(String text) {
        List<String> words = WORD_END.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(each -> !each.isBlank())
                .toList();
        long sentences = Stream.of(SENTENCE_END.split(text))
                .filter(each -> !each.isBlank())
                .count();
        long syllables = words.stream().mapToLong(ReadingGrade::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    static long syllables(String word) {
        String spoken = SILENT_END.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        return Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}

package org.troth.command.dispatch;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.troth.command.law.CodeList;

/** One choice of a form: the value that is sent and the words that are shown. */
public record Choice(String value, Phrase label) {

    private static final List<String> LANGUAGES = List.of(
            "am", "ar", "ase", "en", "es", "fa", "fil", "fr", "hi", "ht", "ko", "pa", "pl", "ps", "pt", "ru", "so",
            "sw", "ti", "uk", "ur", "vi", "zh-Hans", "zh-Hant");

    /** A choice in words that are those of the page already, or that exist in English alone. */
    public Choice(String value, String label) {
        this(value, Phrase.english(label));
    }

    /** Every constant of the enum, in these words. */
    public static <E extends Enum<E>> List<Choice> of(Class<E> type, Function<E, String> words) {
        return Stream.of(type.getEnumConstants())
                .map(each -> new Choice(each.name(), words.apply(each)))
                .toList();
    }

    /** These constants, each in the words of the message files under this key and its name. */
    @SafeVarargs
    public static <E extends Enum<E>> List<Choice> under(String key, E... constants) {
        return Stream.of(constants)
                .map(each -> new Choice(each.name(), Phrase.of(key + each.name())))
                .toList();
    }

    /** Every code of a list of the law, {@code court-day} as "Court day". */
    public static List<Choice> among(CodeList list) {
        return list.codes().stream()
                .map(code -> new Choice(code, Phrase.of("command.code." + code)))
                .toList();
    }

    /** The languages that are named at sight, in the language of the page. Every other one is as good, and is written by its tag. */
    public static List<Choice> languages() {
        Locale locale = LocaleContextHolder.getLocale();
        Collator order = Collator.getInstance(locale);
        return LANGUAGES.stream()
                .map(tag -> new Choice(tag, Locale.forLanguageTag(tag).getDisplayName(locale)))
                .sorted((one, other) ->
                        order.compare(one.label().english(), other.label().english()))
                .toList();
    }

    /** A constant's own name as words: {@code TEXT_MESSAGE} is "Text message". */
    public static String plain(Enum<?> constant) {
        String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

package org.troth.web;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/**
 * All words that the house says to people, in every language it speaks. Words that are not there are a fault of ours and never replaced
 * by those of another language. Beside a number ({@code key#one}, {@code key#other}...) the form follows the first argument.
 */
public final class Catalogue implements MessageSource {

    private final Map<Tongue, Map<String, Pattern>> words = new EnumMap<>(Tongue.class);
    private final Map<String, Set<Tongue>> spoken = new HashMap<>();

    private Catalogue(Map<String, Map<Tongue, Map<String, String>>> features) {
        features.forEach((feature, tongues) -> {
            spoken.put(feature, Set.copyOf(tongues.keySet()));
            tongues.forEach((tongue, entries) -> entries.forEach((key, pattern) ->
                    words.computeIfAbsent(tongue, none -> new HashMap<>()).put(key, Pattern.of(pattern, tongue))));
        });
    }

    /** From the message files on the class path; throws where a language that claims to be whole is not. */
    public static Catalogue read() {
        return new Catalogue(MessageFiles.read());
    }

    /** From texts by path, such as {@code messages/web/frame_ar.properties}. */
    static Catalogue of(Map<String, String> files) {
        return new Catalogue(MessageFiles.read(files));
    }

    /** Words of the catalogue in the language of this locale, or the English ones that were given. */
    public String say(Words said, Locale locale) {
        if (said instanceof Words.English english) {
            return english.text();
        }
        Words.Kept kept = (Words.Kept) said;
        return getMessage(kept.key(), kept.arguments().toArray(), locale);
    }

    /** Whether everything that this place says can be said in the tongue; a place is a feature or a module of several. */
    boolean isWhole(String place, Tongue tongue) {
        List<Set<Tongue>> features = spoken.entrySet().stream()
                .filter(each -> each.getKey().equals(place) || each.getKey().startsWith(place + "."))
                .map(Map.Entry::getValue)
                .toList();
        return !features.isEmpty() && features.stream().allMatch(tongues -> tongues.contains(tongue));
    }

    /** The languages, by code, in which a feature such as {@code web.frame} is whole. */
    public Set<String> languages(String feature) {
        Set<String> codes = new TreeSet<>();
        spoken.getOrDefault(feature, Set.of()).forEach(tongue -> codes.add(tongue.code()));
        return codes;
    }

    @Override
    public @Nullable String getMessage(
            String key, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        return find(key, arguments, locale).orElse(otherwise);
    }

    @Override
    public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale locale) {
        return find(key, arguments, locale)
                .orElseThrow(() -> new IllegalStateException("no words in %s for %s"
                        .formatted(
                                Tongue.of(locale == null ? Locale.ENGLISH : locale)
                                        .code(),
                                key)));
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] keys = resolvable.getCodes();
        for (String key : keys == null ? new String[0] : keys) {
            Optional<String> found = find(key, resolvable.getArguments(), locale);
            if (found.isPresent()) {
                return found.get();
            }
        }
        String otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) {
            throw new IllegalStateException("no words for any of " + List.of(keys == null ? new String[0] : keys));
        }
        return otherwise;
    }

    private Optional<String> find(String key, Object @Nullable [] given, @Nullable Locale locale) {
        Object[] arguments = given == null ? new Object[0] : given;
        Tongue tongue = Tongue.of(locale == null ? Locale.ENGLISH : locale);
        Map<String, Pattern> all = words.getOrDefault(tongue, Map.of());
        Pattern pattern = all.get(key);
        if (pattern == null && arguments.length > 0 && arguments[0] instanceof Number number) {
            pattern = all.get(key + "#" + tongue.amount(number.longValue()));
        }
        return Optional.ofNullable(pattern).map(found -> found.said(arguments));
    }

    /**
     * Words with or without places for arguments.
     *
     * @param fixed what is said where there is no place for an argument; most words are such
     */
    private record Pattern(MessageFormat format, @Nullable String fixed) {

        static Pattern of(String pattern, Tongue tongue) {
            MessageFormat format = new MessageFormat(pattern, tongue.locale());
            return new Pattern(format, format.getFormats().length == 0 ? format.format(new Object[0]) : null);
        }

        /** A format is not made for two at once; a copy is. */
        String said(Object[] arguments) {
            return fixed == null ? ((MessageFormat) format.clone()).format(arguments) : fixed;
        }
    }
}

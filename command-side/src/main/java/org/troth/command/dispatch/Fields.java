package org.troth.command.dispatch;

import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.CodeList;

/**
 * Reads the fields of one request and collects everything that is wrong with them. Ask for each field, then
 * {@link #check()} once, then take the values.
 */
public final class Fields {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?");

    /** Codes of ISO 15924 for writing in several scripts, which Unicode knows one by one. */
    private static final Pattern SCRIPTS_OF_SEVERAL = Pattern.compile("Hans|Hant|Jpan|Kore");

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final List<Invalid.Fault> faults = new ArrayList<>();

    /** A field that was read; holds a value once the request was found valid. */
    public static final class Read<T> {
        private final @Nullable T value;

        private Read(@Nullable T value) {
            this.value = value;
        }

        /** The value of a field that had to be there. */
        public T get() {
            if (value == null) {
                throw new IllegalStateException("a field was taken before the request was found valid");
            }
            return value;
        }

        /** The value of a field that may be absent. */
        public @Nullable T orNull() {
            return value;
        }
    }

    /** Throws {@link Invalid} with every fault, if there is one. */
    public void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    /** Adds a fault that only the feature can see. */
    public void refuse(String field, String rule, String message) {
        faults.add(new Invalid.Fault(field, rule, message));
    }

    /** The same in words of the message files. */
    public void refuse(String field, String rule, Phrase words) {
        faults.add(new Invalid.Fault(field, rule, words));
    }

    /** Adds that a field must be there. */
    public void refuseAbsent(String field) {
        refuse(field, "required", Phrase.of("command.dispatch.needed"));
    }

    /** Words that must be there: stripped, at most this many characters, without control characters. */
    public Read<String> text(String field, @Nullable String value, int longest) {
        Read<String> read = textIfAny(field, value, longest);
        if (isUnseen(value)) {
            refuseAbsent(field);
        }
        return read;
    }

    /** The same on one line. */
    public Read<String> line(String field, @Nullable String value, int longest) {
        Read<String> read = text(field, value, longest);
        String line = read.orNull();
        if (line != null && line.codePoints().anyMatch(Fields::endsLine)) {
            refuse(field, "one-line", Phrase.of("command.dispatch.one-line"));
        }
        return read;
    }

    /**
     * The same for words that may be absent or blank. Marks that turn the direction of what follows are left out: nobody
     * sees them, programs add them to what is copied, and they make a line read as something else than it is.
     */
    public Read<String> textIfAny(String field, @Nullable String value, int longest) {
        if (value == null || isUnseen(value)) {
            return new Read<>(null);
        }
        String stripped = TURNING.matcher(value).replaceAll("").strip();
        if (stripped.length() > longest) {
            refuse(field, "too-long", Phrase.of("command.dispatch.longest", longest));
            return new Read<>(null);
        }
        if (!stripped.codePoints().allMatch(Fields::isText)) {
            refuse(field, "characters", Phrase.of("command.dispatch.characters"));
            return new Read<>(null);
        }
        return new Read<>(stripped);
    }

    /** One of the names of an enum, in any case, with hyphens or underscores. */
    public <E extends Enum<E>> Read<E> choice(String field, @Nullable String value, Class<E> type) {
        return parsed(
                field,
                value,
                "choice",
                Phrase.of("command.dispatch.choice"),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** The same for a choice that may be absent. */
    public <E extends Enum<E>> Read<E> choiceIfAny(String field, @Nullable String value, Class<E> type) {
        return value == null || value.isBlank() ? new Read<>(null) : choice(field, value, type);
    }

    /** An identifier in its usual text form. */
    public <T> Read<T> id(String field, @Nullable String value, Function<UUID, T> type) {
        return parsed(field, value, "id", Phrase.of("command.dispatch.id"), text -> {
            UUID uuid = UUID.fromString(text);
            if (!uuid.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException("not in its usual form");
            }
            return type.apply(uuid);
        });
    }

    /** The same for an identifier that may be absent. */
    public <T> Read<T> idIfAny(String field, @Nullable String value, Function<UUID, T> type) {
        return value == null || value.isBlank() ? new Read<>(null) : id(field, value, type);
    }

    /** A day as {@code 2026-11-21}, between the years 1900 and 2999. */
    public Read<LocalDate> day(String field, @Nullable String value) {
        return parsed(field, value, "day", Phrase.of("command.dispatch.day"), text -> {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2999) {
                throw new IllegalArgumentException("no day of any programme");
            }
            return day;
        });
    }

    /** The same for a day that may be absent. */
    public Read<LocalDate> dayIfAny(String field, @Nullable String value) {
        return value == null || value.isBlank() ? new Read<>(null) : day(field, value);
    }

    /** A time of day as {@code 14:30}, to the minute. */
    public Read<LocalTime> time(String field, @Nullable String value) {
        return parsed(field, value, "time", Phrase.of("command.dispatch.time"), text -> LocalTime.parse(text, MINUTE));
    }

    /** Yes or no, as {@code true} or {@code false}; absent is no. */
    public Read<Boolean> flag(String field, @Nullable String value) {
        return value == null || value.isBlank()
                ? new Read<>(false)
                : parsed(field, value, "flag", Phrase.of("command.dispatch.flag"), text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither");
                });
    }

    /** A whole number from and to these, both included. */
    public Read<Integer> number(String field, @Nullable String value, int from, int to) {
        return parsed(
                field,
                value,
                "number",
                Phrase.of("command.dispatch.number", Integer.toString(from), Integer.toString(to)),
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < from || number > to) {
                        throw new IllegalArgumentException("out of bounds");
                    }
                    return number;
                });
    }

    /** A code of this list of the law. */
    public Read<String> code(String field, @Nullable String value, CodeList list) {
        return code(field, value, list.codes());
    }

    /** One of these codes. */
    public Read<String> code(String field, @Nullable String value, Collection<String> codes) {
        return parsed(
                field, value, "code", Phrase.of("command.dispatch.code", plain(codes)), text -> codeOf(text, codes));
    }

    /** Several of these codes, without repetition, at most this many; absent is the empty list. */
    public Read<List<String>> codes(String field, @Nullable List<String> values, int most, Collection<String> codes) {
        return each(
                field,
                values,
                most,
                "code",
                Phrase.of("command.dispatch.codes", plain(codes)),
                text -> codeOf(text, codes));
    }

    /** Several codes of one list, without repetition, at most this many; absent is the empty list. */
    public Read<List<String>> codes(String field, @Nullable List<String> values, int most, CodeList list) {
        return codes(field, values, most, list.codes());
    }

    /**
     * A language as BCP 47 writes it, such as {@code en}, {@code zh-Hant} or {@code pt-BR}: language, script and region. It
     * stands unsealed, so it has no other parts, in which any word would have room.
     */
    public Read<String> language(String field, @Nullable String value) {
        return parsed(field, value, "language", Phrase.of("command.dispatch.language"), Fields::languageOf);
    }

    /** A list of languages, without repetition, at most this many; absent is the empty list. */
    public Read<List<String>> languages(String field, @Nullable List<String> values, int most) {
        return each(field, values, most, "language", Phrase.of("command.dispatch.language"), Fields::languageOf);
    }

    /** A list of names of an enum, without repetition; absent is the empty list. */
    public <E extends Enum<E>> Read<List<E>> choices(String field, @Nullable List<String> values, Class<E> type) {
        return each(
                field,
                values,
                type.getEnumConstants().length,
                "choice",
                Phrase.of("command.dispatch.choices"),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private <T> Read<List<T>> each(
            String field,
            @Nullable List<String> values,
            int most,
            String rule,
            Phrase words,
            Function<String, T> parser) {
        if (values == null) {
            return new Read<>(List.of());
        }
        if (values.size() > most) {
            refuse(field, "too-many", Phrase.of("command.dispatch.most", most));
            return new Read<>(null);
        }
        try {
            return new Read<>(values.stream()
                    .map(each -> parser.apply(each == null ? "" : each.strip()))
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException e) {
            refuse(field, rule, words);
            return new Read<>(null);
        }
    }

    private static String languageOf(String text) {
        String canonical = Locale.forLanguageTag(text).toLanguageTag();
        if (text.length() > 35
                || !LANGUAGE.matcher(text).matches()
                || !isScript(Locale.forLanguageTag(text).getScript())
                || !canonical.equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no language");
        }
        return canonical;
    }

    private static boolean isScript(String script) {
        try {
            return script.isEmpty()
                    || SCRIPTS_OF_SEVERAL.matcher(script).matches()
                    || UnicodeScript.forName(script) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String plain(Collection<String> codes) {
        return String.join(", ", codes);
    }

    private static String codeOf(String text, Collection<String> codes) {
        if (!codes.contains(text)) {
            throw new IllegalArgumentException("no code");
        }
        return text;
    }

    private <T> Read<T> parsed(
            String field, @Nullable String value, String rule, Phrase words, Function<String, T> parser) {
        if (value == null || value.isBlank()) {
            refuseAbsent(field);
            return new Read<>(null);
        }
        try {
            return new Read<>(parser.apply(value.strip()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            refuse(field, rule, words);
            return new Read<>(null);
        }
    }

    private static boolean isText(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        // What this Java does not know may well be a sign that is younger than it.
        boolean none = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !none
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
                    default -> true;
                };
    }

    private static boolean endsLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isUnseen(@Nullable String value) {
        return value == null
                || value.codePoints()
                        .allMatch(each -> Character.isWhitespace(each)
                                || Character.isSpaceChar(each)
                                || Character.getType(each) == Character.FORMAT);
    }
}

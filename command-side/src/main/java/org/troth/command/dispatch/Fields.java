package org.troth.command.dispatch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request and collects everything that is wrong with them. Ask for each field, then
 * {@link #check()} once, then take the values.
 */
public final class Fields {

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

    /** Words that must be there: stripped, at most this many characters, without control characters. */
    public Read<String> text(String field, @Nullable String value, int longest) {
        Read<String> read = textIfAny(field, value, longest);
        if (value == null || value.isBlank()) {
            refuse(field, "required", "This is needed.");
        }
        return read;
    }

    /** The same for words that may be absent or blank. */
    public Read<String> textIfAny(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return new Read<>(null);
        }
        String stripped = value.strip();
        if (stripped.length() > longest) {
            refuse(field, "too-long", "At most " + longest + " characters.");
            return new Read<>(null);
        }
        if (!stripped.codePoints().allMatch(Fields::isText)) {
            refuse(field, "characters", "This holds characters that are no text.");
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
                "This is not one of the choices.",
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** An identifier in its usual text form. */
    public <T> Read<T> id(String field, @Nullable String value, Function<UUID, T> type) {
        return parsed(field, value, "id", "This is no identifier.", text -> {
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
        return parsed(field, value, "day", "A day is written like 2026-11-21.", text -> {
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

    /** A whole number from and to these, both included. */
    public Read<Integer> number(String field, @Nullable String value, int from, int to) {
        return parsed(field, value, "number", "A whole number from " + from + " to " + to + ".", text -> {
            int number = Integer.parseInt(text);
            if (number < from || number > to) {
                throw new IllegalArgumentException("out of bounds");
            }
            return number;
        });
    }

    /** A code of the programme: lower-case letters, digits and hyphens, at most 40 characters. */
    public Read<String> code(String field, @Nullable String value) {
        return parsed(field, value, "code", "A code has lower-case letters, digits and hyphens.", Fields::codeOf);
    }

    /** A list of such codes, without repetition, at most this many; absent is the empty list. */
    public Read<List<String>> codes(String field, @Nullable List<String> values, int most) {
        return each(field, values, most, "code", "A code has lower-case letters, digits and hyphens.", Fields::codeOf);
    }

    /** A language as BCP 47 writes it, such as {@code en} or {@code zh-Hant}. */
    public Read<String> language(String field, @Nullable String value) {
        return parsed(field, value, "language", "A language is written like en or zh-Hant.", Fields::languageOf);
    }

    /** A list of languages, without repetition, at most this many; absent is the empty list. */
    public Read<List<String>> languages(String field, @Nullable List<String> values, int most) {
        return each(field, values, most, "language", "A language is written like en or zh-Hant.", Fields::languageOf);
    }

    /** A list of names of an enum, without repetition; absent is the empty list. */
    public <E extends Enum<E>> Read<List<E>> choices(String field, @Nullable List<String> values, Class<E> type) {
        return each(
                field,
                values,
                type.getEnumConstants().length,
                "choice",
                "One of these is not one of the choices.",
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private <T> Read<List<T>> each(
            String field,
            @Nullable List<String> values,
            int most,
            String rule,
            String message,
            Function<String, T> parser) {
        if (values == null) {
            return new Read<>(List.of());
        }
        if (values.size() > most) {
            refuse(field, "too-many", "At most " + most + ".");
            return new Read<>(null);
        }
        try {
            return new Read<>(values.stream()
                    .map(each -> parser.apply(each == null ? "" : each.strip()))
                    .distinct()
                    .toList());
        } catch (IllegalArgumentException e) {
            refuse(field, rule, message);
            return new Read<>(null);
        }
    }

    private static String languageOf(String text) {
        String canonical = Locale.forLanguageTag(text).toLanguageTag();
        if (text.length() > 35
                || !text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                || !canonical.equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no language");
        }
        return canonical;
    }

    private static String codeOf(String text) {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("no code");
        }
        return text;
    }

    private <T> Read<T> parsed(
            String field, @Nullable String value, String rule, String message, Function<String, T> parser) {
        if (value == null || value.isBlank()) {
            refuse(field, "required", "This is needed.");
            return new Read<>(null);
        }
        try {
            return new Read<>(parser.apply(value.strip()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            refuse(field, rule, message);
            return new Read<>(null);
        }
    }

    private static boolean isText(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}

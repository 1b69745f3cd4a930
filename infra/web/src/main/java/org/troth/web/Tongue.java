package org.troth.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the house speaks: how it is written, and which forms its words take beside a number. */
enum Tongue {
    ENGLISH("en", Locale.ENGLISH, "ltr", "English") {
        @Override
        List<String> amounts() {
            return List.of("one", "other");
        }

        @Override
        String amount(long number) {
            return number == 1 ? "one" : "other";
        }
    },

    /** With the digits 0 to 9, like every date, number and reference that is read out, typed or compared. */
    ARABIC("ar", Locale.forLanguageTag("ar-u-nu-latn"), "rtl", "العربية") {
        @Override
        List<String> amounts() {
            return List.of("zero", "one", "two", "few", "many", "other");
        }

        @Override
        String amount(long number) {
            long rest = Math.abs(number % 100);
            if (number >= 0 && number <= 2) {
                return amounts().get((int) number);
            }
            return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
        }
    };

    private final String code;
    private final Locale locale;
    private final String direction;
    private final String ownName;

    Tongue(String code, Locale locale, String direction, String ownName) {
        this.code = code;
        this.locale = locale;
        this.direction = direction;
        this.ownName = ownName;
    }

    /** The tongue with this code (BCP 47, the language alone). */
    static Optional<Tongue> of(String code) {
        for (Tongue each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The tongue of a locale; for a language that the house does not speak, English. */
    static Tongue of(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }

    /** As in {@code lang}. */
    String code() {
        return code;
    }

    /** For numbers and dates. */
    Locale locale() {
        return locale;
    }

    /** As in {@code dir}. */
    String direction() {
        return direction;
    }

    /** What those who speak it call it. */
    String ownName() {
        return ownName;
    }

    /** The form (a plural category of CLDR) that words take beside this whole number. */
    abstract String amount(long number);

    /** All its forms. */
    abstract List<String> amounts();
}

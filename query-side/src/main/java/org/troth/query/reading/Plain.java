package org.troth.query.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.troth.events.Moments;
import org.troth.events.disclosure.PurposeOfUse;

/** Says codes, days and instants in plain words, in the programme's time zone and the language of the page. Templates know it as {@code plain}. */
@Component
public final class Plain {

    private static final String CODE = "query.reading.code.";
    private static final String INTERPRETER = "interpreter:";
    private static final String PURPOSE = "query.reading.purpose.";

    private static final Set<String> GOOD = Set.of(
            "GIVEN",
            "STARTED",
            "WALKING",
            "ACCEPTED",
            "ENROLLED",
            "OPEN",
            "active",
            "SET",
            "OUTCOME_KNOWN",
            "GONE",
            "REACHED",
            "MAY_COME",
            "IN_REVIEW");
    private static final Set<String> NOTE = Set.of(
            "ASKED",
            "PROPOSED",
            "SENT",
            "OFFERED",
            "INVITED",
            "REQUESTED",
            "ENQUIRY",
            "INTAKE",
            "QUEUED",
            "LEAVING",
            "WAITS_FOR_GUARDIAN",
            "WAITS_TO_BE_OF_AGE");
    private static final Set<String> WARN = Set.of(
            "WITHDRAWN",
            "RECALLED",
            "LOCKED",
            "EXPIRED",
            "NOT_TAKEN",
            "GIVEN_UP",
            "UNACCOUNTED",
            "GUARDIAN_SAID_NO",
            "LAPSED",
            "TO_ASK_ANEW",
            "REVIEW_OVERDUE",
            "TAKEN_BACK");

    private final ZoneId zone;
    private final Clock clock;
    private final MessageSource messages;
    private final Labels labels;

    @Autowired
    public Plain(ZoneId zone, Clock clock, MessageSource messages, Labels labels) {
        this.zone = zone;
        this.clock = clock;
        this.messages = messages;
        this.labels = labels;
    }

    /** Where the programme has no codes of its own. */
    public Plain(ZoneId zone, Clock clock, MessageSource messages) {
        this(zone, clock, messages, (code, language) -> null);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : said("d MMMM uuuu", day);
    }

    public String dayOf(@Nullable Instant instant) {
        return instant == null ? "" : day(LocalDate.ofInstant(instant, zone));
    }

    /** With its distance from UTC in the one night of the year in which the clock shows that moment twice. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : Moments.plain(instant, zone, here());
    }

    /** On the clock of the zone in which it was told. */
    public String momentIn(Instant instant, String told) {
        return Moments.plain(instant, ZoneId.of(told), here());
    }

    /** Its day in the zone in which it was told. */
    public String dayIn(Instant instant, String told) {
        return day(LocalDate.ofInstant(instant, ZoneId.of(told)));
    }

    public String month(LocalDate month) {
        return said("MMM uuuu", month);
    }

    private static String said(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, here()).format(day);
    }

    /** Of the page that is being made; where none is, nobody's language is known, and English is spoken. */
    private static Locale here() {
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        Locale locale = page == null ? null : page.getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    /**
     * A code as words with a capital, several codes parted by commas. A code without words in the message files is said by the programme's
     * label; without one, too, it is spelt out in English, and in another language stands as it is, for it is a word of none.
     */
    public String word(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        if (code.contains(", ")) {
            return words(Arrays.asList(code.split(", ")));
        }
        String known = messages.getMessage(CODE + code.replace(' ', '-'), null, null, here());
        if (known != null) {
            return known;
        }
        String label = labels.of(code, here().getLanguage());
        if (label != null) {
            return label;
        }
        if (!here().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return "\u2066" + code + "\u2069";
        }
        String spelt = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return spelt.substring(0, 1).toUpperCase(Locale.ROOT) + spelt.substring(1);
    }

    /** How a state looks: good, note, warn or plain. */
    public String tone(String state) {
        if (GOOD.contains(state)) {
            return "good";
        }
        if (NOTE.contains(state)) {
            return "note";
        }
        return WARN.contains(state) ? "warn" : "plain";
    }

    /** The same in the middle of a sentence; what begins with several capitals keeps them. */
    public String lower(@Nullable String code) {
        String word = word(code);
        boolean keeps = word.length() < 2 || Character.isUpperCase(word.charAt(1));
        return keeps ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** Several codes, parted by commas; only the first has a capital. */
    public String words(List<String> codes) {
        if (codes.isEmpty()) {
            return "";
        }
        return word(codes.get(0))
                + codes.stream().skip(1).map(code -> comma() + lower(code)).collect(Collectors.joining());
    }

    /** A language by its name, or its code where it has none. */
    public String language(String code) {
        Locale locale = Locale.forLanguageTag(code);
        return locale.getLanguage().isEmpty() ? code : locale.getDisplayName(here());
    }

    public String languages(List<String> codes) {
        return codes.stream().map(this::language).collect(Collectors.joining(comma()));
    }

    /** Codes that were sealed, parted by spaces, as words; {@code interpreter:ase} is an interpreter for that language. */
    public String opened(@Nullable Told told) {
        StringBuilder said = new StringBuilder();
        for (String code : codes(told == null ? null : told.text())) {
            boolean first = said.isEmpty();
            said.append(first ? "" : comma());
            if (code.startsWith(INTERPRETER)) {
                Object[] language = {language(code.substring(INTERPRETER.length()))};
                said.append(messages.getMessage("query.reading.interpreter", language, here()));
            } else {
                said.append(first ? word(code) : lower(code));
            }
        }
        return said.toString();
    }

    private String comma() {
        return messages.getMessage("query.reading.and", null, here());
    }

    /** What a purpose of use means, in the middle of a sentence. */
    public String purpose(String code) {
        return messages.getMessage(PURPOSE + PurposeOfUse.valueOf(code), null, here());
    }

    /** What stands for a person or account where no name is shown: the beginning of its random identifier. */
    public String pseudonym(@Nullable UUID id) {
        return id == null
                ? messages.getMessage("query.reading.nobody", null, here())
                : id.toString().substring(0, 8);
    }

    /** The codes of a column that keeps several. */
    public static List<String> codes(@Nullable String column) {
        return column == null || column.isBlank() ? List.of() : Arrays.asList(column.split(" "));
    }
}

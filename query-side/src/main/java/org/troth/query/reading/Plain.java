package org.troth.query.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.Moments;
import org.troth.events.disclosure.PurposeOfUse;

/** Says codes, days and instants in plain words, in the programme's time zone. Templates know it as {@code plain}. */
@Component
public final class Plain {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ENQUIRY", "Asked for help"),
            Map.entry("INTAKE", "Intake done"),
            Map.entry("REQUESTED", "Looking for somebody"),
            Map.entry("PROPOSED", "Somebody proposed"),
            Map.entry("WALKING", "Matched"),
            Map.entry("STARTED", "Matched"),
            Map.entry("SUITABLE", "The right help"),
            Map.entry("NOT_NOW", "Not right for now"),
            Map.entry("RESTING", "Enrolled, not looking"),
            Map.entry("ASKED", "Waits for an answer"),
            Map.entry("GIVEN", "In force"),
            Map.entry("WAITS_FOR_GUARDIAN", "Waits for a guardian"),
            Map.entry("WAITS_TO_BE_OF_AGE", "Waits until they are of age"),
            Map.entry("GUARDIAN_SAID_NO", "A guardian said no"),
            Map.entry("LAPSED", "Ended on coming of age"),
            Map.entry("TO_ASK_ANEW", "Not in force: ask anew"),
            Map.entry("NOT_ACCEPTED", "Not accepted"),
            Map.entry("SET", "Holds"),
            Map.entry("OFFERED", "Offered"),
            Map.entry("MADE", "A service was offered"),
            Map.entry("SENT", "Sent, no answer yet"),
            Map.entry("NOT_APPROPRIATE", "Not right for now"),
            Map.entry("OUTCOME_KNOWN", "Outcome known"),
            Map.entry("SUPPORT", "Being supported by the programme"),
            Map.entry("MATCHING", "Finding somebody to walk beside you"),
            Map.entry("SHARING", "Passing words on to one agency"),
            Map.entry("REPORTING", "Being counted in reports"),
            Map.entry("PUBLICITY", "Telling a story in public"),
            Map.entry("EMAIL", "E-mail"),
            Map.entry("email", "E-mail"),
            Map.entry("PERSON", "Person of the programme"),
            Map.entry("LOG", "This list itself"),
            Map.entry("LIVED_EXPERIENCE", "Lived experience"),
            Map.entry("room", "Has room"),
            Map.entry("same-times", "Time at the same hours"),
            Map.entry("another-language", "Another language"),
            Map.entry("another-matter", "Another matter"),
            Map.entry("other-times", "Time at other hours"),
            Map.entry("times-unknown", "Times not known"),
            Map.entry("not-qualified", "Not qualified today"),
            Map.entry("no-room", "No free place"),
            Map.entry("QUEUED", "Waits to leave"),
            Map.entry("LEAVING", "Is leaving"),
            Map.entry("GONE", "Sent"),
            Map.entry("NOT_TAKEN", "Not taken yet, tried again"),
            Map.entry("GIVEN_UP", "Could not be sent"),
            Map.entry("UNACCOUNTED", "Not known whether it was sent"),
            Map.entry("WITHHELD", "Not sent"),
            Map.entry("NO_SAFE_WAY", "No e-mail was chosen for it"),
            Map.entry("WAY_UNSAFE", "The e-mail is not safe any more"),
            Map.entry("ADVICE_TO_MIND", "There is advice on this e-mail that a machine cannot follow"),
            Map.entry("NO_ADDRESS", "What was given is no e-mail address"),
            Map.entry("SETTLED", "It was settled before"),
            Map.entry("TOO_LATE", "It had waited too long"),
            Map.entry("NOT_SET_UP", "This programme sends no messages"),
            Map.entry("TRIED_OFTEN", "It was tried often enough"),
            Map.entry("MATCH_PROPOSED", "Somebody was proposed"),
            Map.entry("MATCH_STARTED", "A match began"),
            Map.entry("CHANGE_ARRANGED", "A change was arranged"),
            Map.entry("CONSENT_ASKED", "A question of consent"),
            Map.entry("BOUNDARY_SET", "A boundary was set"),
            Map.entry("BOUNDARY_CHANGED", "A boundary was changed"),
            Map.entry("REFERRAL_ANSWERED", "An agency answered"),
            Map.entry("CAME_OF_AGE", "They came of age"),
            Map.entry("PRESENCE_ASKED", "A question about a meeting"),
            Map.entry("IN_REVIEW", "Reviewed"),
            Map.entry("REVIEW_OVERDUE", "Review overdue"),
            Map.entry("TAKEN_BACK", "Taken back"),
            Map.entry("MAY_COME", "May come"),
            Map.entry("NOBODY_COMES", "Nobody else comes"),
            Map.entry("OBSERVER", "Somebody who watches"),
            Map.entry("TRAINEE", "Somebody who is learning"),
            Map.entry("COMPANION", "Somebody who comes along"),
            Map.entry("FILLING", "Under way"),
            Map.entry("CHANGING_OVER", "Changing over"),
            Map.entry("FAILED", "Did not succeed"));

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

    public Plain(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String dayOf(@Nullable Instant instant) {
        return instant == null ? "" : DAY.format(instant.atZone(zone));
    }

    /** With its distance from UTC in the one night of the year in which the clock shows that moment twice. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : Moments.plain(instant, zone);
    }

    /** On the clock of the zone in which it was told. */
    public String momentIn(Instant instant, String told) {
        return Moments.plain(instant, ZoneId.of(told));
    }

    /** Its day in the zone in which it was told. */
    public String dayIn(Instant instant, String told) {
        return DAY.format(instant.atZone(ZoneId.of(told)));
    }

    public String month(LocalDate month) {
        return MONTH.format(month);
    }

    /** A code as words with a capital; codes without words of their own are spelt out. */
    public String word(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        String known = WORDS.get(code);
        if (known != null) {
            return known;
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

    /** The same in the middle of a sentence. */
    public String lower(@Nullable String code) {
        String word = word(code);
        return word.isEmpty() ? "" : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** Several codes, parted by commas; only the first has a capital. */
    public String words(List<String> codes) {
        if (codes.isEmpty()) {
            return "";
        }
        return word(codes.get(0))
                + codes.stream().skip(1).map(code -> ", " + lower(code)).collect(Collectors.joining());
    }

    /** A language by its English name, or its code where it has none. */
    public String language(String code) {
        Locale locale = Locale.forLanguageTag(code);
        return locale.getLanguage().isEmpty() ? code : locale.getDisplayName(Locale.ENGLISH);
    }

    public String languages(List<String> codes) {
        return codes.stream().map(this::language).collect(Collectors.joining(", "));
    }

    /** What a purpose of use means, in the middle of a sentence. */
    public String purpose(String code) {
        return PurposeOfUse.valueOf(code).plain();
    }

    /** What stands for a person or account where no name is shown: the beginning of its random identifier. */
    public String pseudonym(@Nullable UUID id) {
        return id == null ? "nobody" : id.toString().substring(0, 8);
    }

    /** The codes of a column that keeps several. */
    public static List<String> codes(@Nullable String column) {
        return column == null || column.isBlank() ? List.of() : Arrays.asList(column.split(" "));
    }
}

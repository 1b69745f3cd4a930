package org.troth.command.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.SheetId;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.presence.Guest;

/** Reads from a request when and how two people met, who else was there, what was given, and what the volunteer attests. */
final class HeldFields {

    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int MOST = 20;
    private static final String NONE = "none";
    private static final String NOBODY = "NOBODY";
    private static final Pattern SHEET = Pattern.compile(
            "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})\\.([1-9][0-9]{0,5})");

    /** One version of an information sheet. */
    record Given(SheetId sheet, int version) {}

    /** Which of the two times that one clock time was, in the night when the clock is put back. */
    enum Turn {
        EARLIER,
        LATER
    }

    private final Fields fields;
    private final ZoneId zone;

    HeldFields(Fields fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** The meeting, once the request was found valid. */
    Supplier<Held> held(
            @Nullable String day,
            @Nullable String time,
            @Nullable String turn,
            @Nullable String minutes,
            @Nullable String medium,
            @Nullable List<String> support,
            @Nullable List<String> topics) {
        @Nullable
        Instant at = moment(
                fields.day("day", day).orNull(), fields.time("time", time).orNull(), turn);
        var length = fields.number("minutes", minutes, 1, LONGEST_MINUTES);
        var how = fields.code("medium", medium, CodeList.MEDIUM);
        var kinds = fields.codes("support", support, MOST, CodeList.SUPPORT);
        List<String> said = kinds.orNull();
        if (said != null && said.isEmpty()) {
            fields.refuse("support", "required", Phrase.of("command.encounter.wrong.support"));
        }
        var about = fields.codes("topics", topics, MOST, CodeList.TOPIC);
        return () -> {
            if (at == null) {
                throw new IllegalStateException("a time was taken before the request was found valid");
            }
            return new Held(at, zone.getId(), length.get(), how.get(), kinds.get(), about.get());
        };
    }

    /** A time that the clock skipped is none, and of one that it showed twice must be said which it was. */
    private @Nullable Instant moment(@Nullable LocalDate day, @Nullable LocalTime time, @Nullable String turn) {
        var said = fields.choiceIfAny("turn", turn, Turn.class);
        if (day == null || time == null) {
            return null;
        }
        LocalDateTime local = day.atTime(time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            fields.refuse("time", "no-such-time", Phrase.of("command.encounter.wrong.no-such-time"));
            return null;
        }
        Turn which = said.orNull();
        if (offsets.size() > 1 && which == null) {
            fields.refuse("turn", "time-twice", Phrase.of("command.encounter.wrong.time-twice"));
            return null;
        }
        return local.toInstant(which == Turn.LATER ? offsets.get(offsets.size() - 1) : offsets.get(0));
    }

    /** Who else was there, each once, in one order; absent when nothing was said. */
    Supplier<@Nullable List<Guest>> present(@Nullable List<String> said) {
        if (said == null || said.isEmpty()) {
            return () -> null;
        }
        List<String> named =
                said.stream().filter(each -> !NOBODY.equalsIgnoreCase(each)).toList();
        if (named.size() < said.size() && !named.isEmpty()) {
            fields.refuse("present", "nobody-or-some", Phrase.of("command.encounter.wrong.nobody-or-some"));
        }
        var guests = fields.choices("present", named, Guest.class);
        return () -> guests.get().stream().sorted().toList();
    }

    /** Which versions of which information sheets were given, each once; absent when nothing was said. */
    Supplier<@Nullable List<Given>> sheets(@Nullable List<String> said) {
        if (said == null || said.isEmpty()) {
            return () -> null;
        }
        List<Given> given = new ArrayList<>();
        for (String each : said) {
            Matcher parts = SHEET.matcher(each == null ? "" : each.strip());
            if (parts.matches()) {
                Given one = new Given(SheetId.of(parts.group(1)), Integer.parseInt(parts.group(2)));
                if (!given.contains(one)) {
                    given.add(one);
                }
            } else if (!NONE.equalsIgnoreCase(each)) {
                fields.refuse("sheets", "sheet", Phrase.of("command.encounter.wrong.sheet"));
                break;
            } else if (said.size() > 1) {
                fields.refuse("sheets", "none-or-some", Phrase.of("command.encounter.wrong.sheets-none-or-some"));
                break;
            }
        }
        if (given.size() > MOST) {
            fields.refuse("sheets", "too-many", Phrase.of("command.dispatch.most", MOST));
        }
        return () -> List.copyOf(given);
    }

    /** What the volunteer says they did of all that is forbidden; absent when nothing was said. */
    Supplier<@Nullable Attestation> attestation(@Nullable List<String> acts) {
        var said = fields.codes("acts", acts, MOST, CodeList.ACT);
        List<String> codes = said.orNull();
        if (codes != null && codes.contains(NONE) && codes.size() > 1) {
            fields.refuse("acts", "none-or-some", Phrase.of("command.encounter.wrong.acts-none-or-some"));
        }
        return () -> said.get().isEmpty()
                ? null
                : new Attestation(
                        said.get().stream().filter(act -> !act.equals(NONE)).toList(), HouseLaw.ENCOUNTER_ATTESTATION);
    }
}

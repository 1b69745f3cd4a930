package org.troth.command.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Fields;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.Held;

/** Reads from a request when and how two people met, and what the volunteer attests. */
final class HeldFields {

    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int MOST = 20;
    private static final String NONE = "none";

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
            fields.refuse("support", "required", "Choose at least one.");
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
            fields.refuse("time", "no-such-time", "The clock was put on that night and skipped this time.");
            return null;
        }
        Turn which = said.orNull();
        if (offsets.size() > 1 && which == null) {
            fields.refuse(
                    "turn",
                    "time-twice",
                    "The clock was put back that night and showed this time twice. Say which it was.");
            return null;
        }
        return local.toInstant(which == Turn.LATER ? offsets.get(offsets.size() - 1) : offsets.get(0));
    }

    /** What the volunteer says they did of all that is forbidden; absent when nothing was said. */
    Supplier<@Nullable Attestation> attestation(@Nullable List<String> acts) {
        var said = fields.codes("acts", acts, MOST, CodeList.ACT);
        List<String> codes = said.orNull();
        if (codes != null && codes.contains(NONE) && codes.size() > 1) {
            fields.refuse("acts", "none-or-some", "Either none of these, or those that happened.");
        }
        return () -> said.get().isEmpty()
                ? null
                : new Attestation(
                        said.get().stream().filter(act -> !act.equals(NONE)).toList(), HouseLaw.ENCOUNTER_ATTESTATION);
    }
}

package org.troth.query.encounter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.encounter.EncounterFile.PresenceNote;
import org.troth.query.encounter.EncounterFile.SheetNote;
import org.troth.query.encounter.MeetingList.MeetingLine;
import org.troth.query.reading.Columns;

/** What is asked about one meeting. */
@Repository
class EncounterViews {

    /** Whose meeting it was. */
    record Row(UUID id, UUID match, UUID participant, UUID volunteer) {}

    /** One version, with the words and the attestation that held when it was entered. */
    record VersionRow(
            int number,
            String standing,
            @Nullable UUID enteredAs,
            @Nullable Instant decidedAt,
            @Nullable String decidedReason,
            Instant recordedAt,
            String enteredBy,
            @Nullable String reason,
            Instant heldAt,
            String zone,
            int minutes,
            String medium,
            List<String> support,
            List<String> topics,
            List<String> findings,
            @Nullable List<String> acts,
            @Nullable Sealed note,
            @Nullable Sealed reflection) {

        /** Whether it held from some moment on. */
        boolean holds() {
            return standing.equals("ENTERED") || standing.equals("APPROVED");
        }

        private VersionRow numbered(int place) {
            return new VersionRow(
                    place,
                    standing,
                    enteredAs,
                    decidedAt,
                    decidedReason,
                    recordedAt,
                    enteredBy,
                    reason,
                    heldAt,
                    zone,
                    minutes,
                    medium,
                    support,
                    topics,
                    findings,
                    acts,
                    note,
                    reflection);
        }

        private VersionRow after(VersionRow before, String noteIs, String reflectionIs) {
            return new VersionRow(
                    number,
                    standing,
                    enteredAs,
                    decidedAt,
                    decidedReason,
                    recordedAt,
                    enteredBy,
                    reason,
                    heldAt,
                    zone,
                    minutes,
                    medium,
                    support,
                    topics,
                    findings,
                    acts == null ? before.acts() : acts,
                    noteIs.equals(KEPT) ? before.note() : note,
                    reflectionIs.equals(KEPT) ? before.reflection() : reflection);
        }
    }

    private static final String KEPT = "KEPT";
    private static final String SENT_BACK = "SENT_BACK";

    private record Entered(VersionRow row, String noteIs, String reflectionIs) {}

    private final JdbcClient jdbc;

    EncounterViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID encounter) {
        return jdbc.sql("select id, match, participant, volunteer from encounter where id = ?")
                .param(encounter)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Row(
                            columns.id("id"), columns.id("match"), columns.id("participant"), columns.id("volunteer"));
                })
                .optional();
    }

    /** One as a line, and where it stands in the list. */
    record Listed(MeetingLine line, long position) {}

    /** Whose match this is; its volunteer is absent until somebody was proposed. */
    record OfMatch(UUID participant, @Nullable UUID volunteer) {}

    Optional<OfMatch> match(UUID id) {
        return jdbc.sql("select participant, volunteer from match where id = ?")
                .param(id)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new OfMatch(columns.id("participant"), columns.idOrNone("volunteer"));
                })
                .optional();
    }

    boolean isParticipant(UUID id) {
        return jdbc.sql("select exists (select from participant where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    List<Listed> ofMatch(UUID match, long before, int most) {
        return listed("match", List.of(match), before, most);
    }

    List<Listed> ofParticipant(List<UUID> records, long before, int most) {
        return listed("participant", records, before, most);
    }

    private List<Listed> listed(String column, List<UUID> whose, long before, int most) {
        return jdbc.sql("""
                        select * from encounter where %s in (:whose) and entered_position < :before
                         order by entered_position desc limit :most
                        """.formatted(column))
                .param("whose", whose)
                .param("before", before)
                .param("most", most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Listed(
                            new MeetingLine(
                                    columns.id("id"),
                                    columns.id("match"),
                                    columns.at("held_at"),
                                    columns.code("zone"),
                                    columns.count("minutes"),
                                    columns.code("medium"),
                                    columns.codes("support"),
                                    columns.codes("findings").contains("LATE_ENTRY"),
                                    columns.atOrNone("corrected_at") != null,
                                    columns.atOrNone("proposed_at") != null),
                            columns.number("entered_position"));
                })
                .list();
    }

    /**
     * Oldest first; there is always one. Words that are kept are those of the version before, or of what held where that one had been
     * sent back.
     */
    List<VersionRow> versionsOf(Row encounter) {
        List<VersionRow> versions = new ArrayList<>();
        VersionRow holds = null;
        VersionRow last = null;
        for (Entered each : enteredOf(encounter)) {
            VersionRow now = each.row();
            if (last != null && holds != null) {
                VersionRow before = last.standing().equals(SENT_BACK) ? holds : last;
                now = now.after(before, each.noteIs(), each.reflectionIs()).numbered(last.number() + 1);
            }
            versions.add(now);
            last = now;
            if (now.holds()) {
                holds = now;
            }
        }
        return versions;
    }

    /** Who else was there, the last said first. */
    List<PresenceNote> presenceOf(UUID encounter) {
        return jdbc.sql("select * from encounter_presence where encounter = ? order by position desc")
                .param(encounter)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new PresenceNote(
                            columns.at("noted_at"),
                            columns.code("noted_by"),
                            columns.codes("guests"),
                            columns.codes("unagreed"));
                })
                .list();
    }

    /** What was given, by its title. */
    List<SheetNote> sheetsOf(UUID encounter) {
        return jdbc.sql("""
                        select g.sheet, g.version, s.title
                          from encounter_sheet g join sheet s on s.id = g.sheet and s.version = g.version
                         where g.encounter = ? order by s.title, g.version
                        """)
                .param(encounter)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new SheetNote(columns.id("sheet"), columns.count("version"), columns.code("title"));
                })
                .list();
    }

    private List<Entered> enteredOf(Row encounter) {
        return jdbc.sql("select * from encounter_version where encounter = ? order by position")
                .param(encounter.id())
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Entered(
                            new VersionRow(
                                    1,
                                    columns.code("standing"),
                                    columns.idOrNone("entered_as"),
                                    columns.atOrNone("decided_at"),
                                    columns.codeOrNone("decided_reason"),
                                    columns.at("recorded_at"),
                                    columns.code("entered_by"),
                                    columns.codeOrNone("reason"),
                                    columns.at("held_at"),
                                    columns.code("zone"),
                                    columns.count("minutes"),
                                    columns.code("medium"),
                                    columns.codes("support"),
                                    columns.codes("topics"),
                                    columns.codes("findings"),
                                    columns.codeOrNone("acts") == null ? null : columns.codes("acts"),
                                    columns.words("note", Words.ENCOUNTER_NOTE, encounter.participant()),
                                    columns.words("reflection", Words.ENCOUNTER_REFLECTION, encounter.volunteer())),
                            columns.code("note_is"),
                            columns.code("reflection_is"));
                })
                .list();
    }
}

package org.troth.query.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.participant.TakenDown.Version;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/**
 * Shows what was taken down of somebody: to themselves every version with its words; to coordinators that it was put right and
 * when, with the words that hold now. A name that somebody has left behind is theirs to tell.
 */
@Component
class TakenDownReader {

    private static final int MOST = 50;

    /** One version; its words are sealed. */
    private record Row(
            Version plain,
            @Nullable Sealed name,
            @Nullable Sealed note,
            @Nullable Sealed classes,
            @Nullable Sealed access) {}

    private final JdbcClient jdbc;
    private final Reading reading;

    TakenDownReader(JdbcClient jdbc, Reading reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    TakenDown of(Visit visit, UUID participant) {
        boolean own = visit.actor().is(Role.PARTICIPANT) && reading.isSelf(visit, participant);
        if (!own && !visit.actor().is(Role.COORDINATOR)) {
            throw reading.hidden(visit, participant, "own-record");
        }
        List<Row> rows = rows(participant);
        if (rows.isEmpty() && !isKnown(participant)) {
            throw reading.hidden(visit, null, "unknown");
        }
        Portion portion = new Portion().participant(participant);
        List<Row> shown = own ? rows : asItHolds(rows);
        shown.forEach(row -> portion.participant(participant, row.name(), row.note(), row.classes(), row.access()));
        Opened opened = reading.show(visit, portion);
        return new TakenDown(
                participant, own, shown.stream().map(row -> told(row, opened)).toList());
    }

    /** The words of the last name and the last note alone, of who they are last and of what they need last. */
    private static List<Row> asItHolds(List<Row> rows) {
        List<Row> shown = new ArrayList<>();
        boolean named = false;
        boolean noted = false;
        boolean classed = false;
        boolean accessed = false;
        for (Row row : rows) {
            shown.add(new Row(
                    row.plain(),
                    named ? null : row.name(),
                    noted ? null : row.note(),
                    classed ? null : row.classes(),
                    accessed ? null : row.access()));
            named |= row.name() != null;
            classed |= row.plain().part().equals("CLASS");
            accessed |= row.plain().part().equals("ACCESS");
            noted |= row.note() != null || row.plain().noteTaken();
        }
        return shown;
    }

    private static Version told(Row row, Opened opened) {
        Version plain = row.plain();
        return new Version(
                plain.writtenAt(),
                plain.reason(),
                opened.say(row.name()),
                plain.named(),
                plain.matter(),
                plain.language(),
                plain.needs(),
                opened.say(row.note()),
                plain.noted(),
                plain.noteTaken(),
                plain.part(),
                plain.otherLanguages(),
                opened.say(row.classes()),
                opened.say(row.access()),
                plain.said());
    }

    private boolean isKnown(UUID participant) {
        return jdbc.sql("select exists (select from participant where id = ?)")
                .param(participant)
                .query(Boolean.class)
                .single();
    }

    private List<Row> rows(UUID participant) {
        return jdbc.sql("select * from intake_version where participant = ? order by position desc limit " + MOST)
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    Sealed name = columns.words("name", Words.PARTICIPANT_NAME, participant);
                    Sealed note = columns.words("note", Words.INTAKE_NOTE, participant);
                    Sealed classes = columns.words("classes", Words.PARTICIPANT_CLASS, participant);
                    Sealed access = columns.words("access", Words.PARTICIPANT_ACCESS, participant);
                    return new Row(
                            new Version(
                                    columns.at("written_at"),
                                    columns.codeOrNone("reason"),
                                    null,
                                    name != null,
                                    columns.codeOrNone("matter"),
                                    columns.codeOrNone("language"),
                                    columns.codeOrNone("needs") == null ? null : columns.codes("needs"),
                                    null,
                                    note != null,
                                    columns.code("note_is").equals("TAKEN_AWAY"),
                                    columns.code("part"),
                                    columns.codeOrNone("languages") == null ? null : columns.codes("languages"),
                                    null,
                                    null,
                                    classes != null || access != null),
                            name,
                            note,
                            classes,
                            access);
                })
                .list();
    }
}

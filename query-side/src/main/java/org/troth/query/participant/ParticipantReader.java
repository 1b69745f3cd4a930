package org.troth.query.participant;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.participant.ParticipantViews.Row;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Lists people and finds them by name: twenty at a time, each shown only after it is on the record. */
@Component
class ParticipantReader {

    static final int PAGE = 20;

    private static final int LONGEST_TERM = 200;

    private final ParticipantViews views;
    private final Reading reading;
    private final NameSearch names;
    private final Records records;

    ParticipantReader(ParticipantViews views, Reading reading, NameSearch names, Records records) {
        this.views = views;
        this.reading = reading;
        this.names = names;
        this.records = records;
    }

    ParticipantList list(Visit visit, @Nullable Long before) {
        List<Row> rows = views.newest(before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        return new ParticipantList(
                lines(visit, shown), more ? shown.get(PAGE - 1).position() : null);
    }

    /**
     * Compares the names of everybody with the term under one recorded scan; a blank term finds nobody. Whoever has several
     * records is found by the name of each, and shown once.
     */
    FoundParticipants search(Visit visit, @Nullable String term, int page) {
        String sought = folded(term == null ? "" : term);
        if (sought.isEmpty() || sought.length() > LONGEST_TERM || page < 1) {
            return new FoundParticipants(List.of(), 1, false);
        }
        List<UUID> found = records.led(names.matching(visit, sought, page * PAGE + 1 + records.merged()));
        int from = Math.min(found.size(), (page - 1) * PAGE);
        int to = Math.min(found.size(), page * PAGE);
        List<Row> rows = views.these(found.subList(from, to));
        return new FoundParticipants(lines(visit, rows), page, found.size() > to);
    }

    private List<ParticipantLine> lines(Visit visit, List<Row> rows) {
        Portion portion = new Portion();
        rows.forEach(row -> portion.participant(row.id(), row.name()));
        Opened opened = reading.show(visit, portion);
        return rows.stream()
                .map(row -> new ParticipantLine(
                        row.id(),
                        opened.say(row.name()),
                        row.stage(),
                        row.matter(),
                        row.language(),
                        row.receivedAt(),
                        row.position()))
                .toList();
    }

    /** Compatibility forms, capitals, the width of spaces and where a sigma stands make no difference. */
    static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03c2', '\u03c3')
                .strip()
                .replaceAll("\\s+", " ");
    }
}

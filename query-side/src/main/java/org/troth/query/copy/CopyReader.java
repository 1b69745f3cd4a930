package org.troth.query.copy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.confidential.Sealed;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.freshness.ViewsFreshness;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Gathers everything that is kept about the reader, under each of their records: one portion, one append, then the words. */
@Component
class CopyReader {

    private final CopyViews views;
    private final Records records;
    private final Reading reading;
    private final ViewsFreshness freshness;
    private final Clock clock;

    CopyReader(CopyViews views, Records records, Reading reading, ViewsFreshness freshness, Clock clock) {
        this.views = views;
        this.records = records;
        this.reading = reading;
        this.freshness = freshness;
        this.clock = clock;
    }

    OwnCopy own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        if (!views.isKnown(self)) {
            // Somebody whose row is not there yet, because the views are behind, is told to wait.
            throw freshness.await(freshness.present(), Duration.ZERO)
                    ? reading.hidden(visit, null, "unknown")
                    : new RecordUnavailable();
        }
        Map<Part, List<List<@Nullable Object>>> found = new LinkedHashMap<>();
        List<UUID> all = records.of(self);
        Portion portion = new Portion();
        all.forEach(each -> portion.participant(each));
        for (Part part : Part.OF_PARTICIPANT) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (UUID each : all) {
                List<List<@Nullable Object>> theirs = views.rows(part, each);
                theirs.forEach(row -> portion.participant(each, Field.sealed(row)));
                rows.addAll(theirs);
            }
            found.put(part, rows);
        }
        Opened opened = reading.show(visit, portion);
        Map<String, List<Map<String, @Nullable Object>>> parts = new LinkedHashMap<>();
        found.forEach((part, rows) -> parts.put(
                part.key(), rows.stream().map(row -> told(part, row, opened)).toList()));
        return new OwnCopy(self, clock.instant(), parts);
    }

    private static Map<String, @Nullable Object> told(Part part, List<@Nullable Object> row, Opened opened) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        List<Field> fields = new ArrayList<>(part.fields());
        for (int at = 0; at < fields.size(); at++) {
            Object value = row.get(at);
            told.put(fields.get(at).key(), value instanceof Sealed sealed ? opened.say(sealed) : value);
        }
        return told;
    }
}

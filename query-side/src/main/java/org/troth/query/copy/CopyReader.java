package org.troth.query.copy;

import jakarta.servlet.http.HttpServletRequest;
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
import org.troth.query.freshness.WaitForViews;
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

    /**
     * Throws {@link RecordUnavailable} while the views are behind the record: a file that lacks something cannot say what.
     */
    OwnCopy own(Visit visit, HttpServletRequest request) {
        if (WaitForViews.isBehind(request)) {
            throw new RecordUnavailable();
        }
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
        Portion portion = new Portion();
        for (UUID each : records.of(self)) {
            portion.participant(each);
            views.all(each).forEach((part, rows) -> {
                rows.forEach(row ->
                        portion.participant(each, Field.sealed(row, false)).apart(each, Field.sealed(row, true)));
                found.computeIfAbsent(part, none -> new ArrayList<>()).addAll(rows);
            });
        }
        Opened opened = reading.show(visit, portion);
        Map<String, List<Map<String, @Nullable Object>>> parts = new LinkedHashMap<>();
        found.forEach((part, rows) -> parts.put(
                part.key(), rows.stream().map(row -> told(part, row, opened)).toList()));
        return new OwnCopy(self, clock.instant(), parts);
    }

    private static Map<String, @Nullable Object> told(Part part, List<@Nullable Object> row, Opened opened) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        List<Field> fields = part.fields();
        for (int at = 0; at < fields.size(); at++) {
            Object value = row.get(at);
            told.put(fields.get(at).key(), value instanceof Sealed sealed ? opened.say(sealed) : value);
        }
        return told;
    }
}

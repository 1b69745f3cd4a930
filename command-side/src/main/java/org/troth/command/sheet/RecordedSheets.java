package org.troth.command.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.SheetId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Streams;
import org.troth.events.sheet.SheetsInReview;

/** Answers from the one stream of all sheets which of them may be given. */
@Component
class RecordedSheets implements SheetsInReview {

    /** Where all sheets stand. */
    static final String STREAM = "3f7c1b52-8a0e-4d6b-9c41-5e2a7d90b6f4";

    private final Streams streams;
    private final Clock clock;

    RecordedSheets(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    Shelf shelf() {
        return Shelf.of(streams.read(STREAM, 0));
    }

    @Override
    public Answer of(SheetId sheet, int version, LocalDate day, Instant at) {
        Shelf shelf = shelf();
        Precondition precondition = new Precondition(STREAM, shelf.facts() - 1L);
        return shelf.edition(sheet, version)
                .map(edition -> new Answer(edition.published().sha256(), edition.inReview(day, at), precondition))
                .orElseGet(() -> new Answer(null, false, precondition));
    }

    @Override
    public List<Offer> now(LocalDate today) {
        return shelf().givenOn(today, clock.instant()).stream()
                .map(each -> new Offer(each.sheet(), each.version(), each.title(), each.language()))
                .toList();
    }
}

package org.troth.command.sheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.SheetId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetsInReview;

/** Answers from the one stream of all sheets which of them may be given. */
@Component
class RecordedSheets implements SheetsInReview {

    /** Where all sheets stand. */
    static final String STREAM = "3f7c1b52-8a0e-4d6b-9c41-5e2a7d90b6f4";

    private final Streams streams;
    private final Clock clock;
    private Shelf known = Shelf.EMPTY;

    RecordedSheets(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /** As it stands on the record now: of what was read before only what came since is read. */
    synchronized Shelf shelf() {
        List<RecordedFact> since = streams.read(STREAM, known.facts());
        if (!since.isEmpty()) {
            known = known.with(since);
        }
        return known;
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
    public Offers now(LocalDate today, @Nullable String language, int most) {
        List<SheetPublished> all = shelf().givenOn(today, clock.instant());
        List<SheetPublished> wanted = all.stream()
                .filter(each -> language == null || each.language().equals(language))
                .toList();
        return new Offers(
                wanted.stream()
                        .limit(most)
                        .map(each -> new Offer(each.sheet(), each.version(), each.title(), each.language()))
                        .toList(),
                all.stream().map(SheetPublished::language).distinct().sorted().toList(),
                wanted.size() > most);
    }
}

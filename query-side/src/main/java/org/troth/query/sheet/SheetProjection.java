package org.troth.query.sheet;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.sheet.SheetEvent.Review;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetEvent.SheetTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each version of a sheet, with its last review. */
@KeepsRows
final class SheetProjection {

    private static final Write PUBLISHED = new Write("sheet", """
            insert into sheet (id, version, title, jurisdiction, language, body, sha256, reviewer, reviewed_on, review_by,
                               published_at, published_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id, version) do update set
                reviewer = excluded.reviewer, reviewed_on = excluded.reviewed_on, review_by = excluded.review_by,
                taken_back = false
            """);

    private static final Write REVIEWED = new Write(
            "sheet", "update sheet set reviewer = ?, reviewed_on = ?, review_by = ? where id = ? and version = ?");

    private static final Write TAKEN_BACK =
            new Write("sheet", "update sheet set taken_back = true where id = ? and version <= ?");

    private final Rows rows;

    SheetProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(SheetPublished fact, @Timestamp Instant at, TrackingToken token) {
        Review review = fact.review();
        rows.write(
                PUBLISHED,
                fact.sheet().value(),
                fact.version(),
                fact.title(),
                fact.jurisdiction(),
                fact.language(),
                fact.text(),
                fact.sha256(),
                review.reviewer(),
                review.reviewedOn(),
                review.reviewBy(),
                at,
                Rows.position(token));
    }

    @EventHandler
    void on(SheetReviewed fact) {
        Review review = fact.review();
        rows.write(
                REVIEWED,
                review.reviewer(),
                review.reviewedOn(),
                review.reviewBy(),
                fact.sheet().value(),
                fact.version());
    }

    @EventHandler
    void on(SheetTakenBack fact) {
        rows.write(TAKEN_BACK, fact.sheet().value(), fact.version());
    }
}

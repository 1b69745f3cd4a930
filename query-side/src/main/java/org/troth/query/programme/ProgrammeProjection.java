package org.troth.query.programme;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeWithdrawn;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each code that was spoken of, and one for each label. A label outlives the offer: what was recorded is still said by it. */
@KeepsRows
final class ProgrammeProjection {

    private static final Write SAID = new Write("programme_code", """
            insert into programme_code (list, code, offered, changed_at) values (?, ?, ?, ?)
            on conflict (list, code) do update set offered = excluded.offered, changed_at = excluded.changed_at
            """);

    private static final Write LABELS_GONE =
            new Write("programme_label", "delete from programme_label where list = ? and code = ?");

    private static final Write LABEL = new Write("programme_label", """
            insert into programme_label (list, code, language, words) values (?, ?, ?, ?)
            on conflict (list, code, language) do update set words = excluded.words
            """);

    private final Rows rows;

    ProgrammeProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ProgrammeCodeOffered fact, @Timestamp Instant at) {
        rows.write(SAID, fact.list(), fact.code(), true, at);
        rows.write(LABELS_GONE, fact.list(), fact.code());
        fact.labels().forEach(each -> rows.write(LABEL, fact.list(), fact.code(), each.language(), each.words()));
    }

    @EventHandler
    void on(ProgrammeCodeWithdrawn fact, @Timestamp Instant at) {
        rows.write(SAID, fact.list(), fact.code(), false, at);
    }
}

package org.troth.benchmarks;

import org.axonframework.eventhandling.EventHandler;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Fills the view of the benchmark. */
@KeepsRows
class TallyProjection {

    private static final Write OPENED = new Write("tally_view", TallyView.OPENED);
    private static final Write MARKED = new Write("tally_view", TallyView.MARKED);

    private final Rows rows;

    TallyProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(TallyEvent.TallyOpened opened) {
        rows.write(OPENED, opened.tally(), opened.person());
    }

    @EventHandler
    void on(TallyEvent.TallyMarked marked) {
        rows.write(MARKED, marked.mark(), marked.tally());
    }
}

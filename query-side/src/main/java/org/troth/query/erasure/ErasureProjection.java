package org.troth.query.erasure;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each request to be forgotten that waits for its answer. */
@KeepsRows
final class ErasureProjection {

    private static final Write REQUESTED = new Write("erasure_request", """
            insert into erasure_request (person, side, erasure, asked_on, answer_by, position) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """);

    private static final Write TAKEN_BACK = new Write("erasure_request", """
            delete from erasure_request where person = ? and erasure = ?
            """);

    private final Rows rows;

    ErasureProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ErasureRequested fact, TrackingToken token) {
        rows.write(
                REQUESTED,
                fact.person(),
                fact.side(),
                fact.erasure(),
                fact.askedOn(),
                fact.answerBy(),
                Rows.position(token));
    }

    @EventHandler
    void on(ErasureRequestTakenBack fact) {
        rows.write(TAKEN_BACK, fact.person(), fact.erasure());
    }

    @EventHandler
    void on(ErasureNotedByMistake fact) {
        rows.write(TAKEN_BACK, fact.person(), fact.erasure());
    }
}

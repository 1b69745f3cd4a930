package org.troth.query.participant;

import org.axonframework.eventhandling.EventHandler;
import org.troth.events.keys.KeyEvent.KeyCreated;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/**
 * Takes the marks of a name away when keys of the person are destroyed, and sees to it that a search which is under way does
 * not put them back.
 */
@KeepsRows
final class NameMarkProjection {

    private static final Write CLOSED = new Write("name_mark", """
            insert into name_mark (person, state, marks) values (?, 'CLOSED', null)
            on conflict (person) do update set state = 'CLOSED', marks = null
            """);

    private final Rows rows;

    NameMarkProjection(Rows rows) {
        this.rows = rows;
    }

    /** A new key takes nothing from what was sealed before it. */
    @EventHandler
    void on(KeyCreated fact) {}

    @EventHandler
    void on(KeyDestroyed fact) {
        rows.write(CLOSED, fact.owner());
    }
}

package org.troth.command.matching;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.recording.Remembering;

/** Remembers by which day a change is to be arranged, so that nobody need read every stream to see it pass. */
@Component
@ProcessingGroup("reactions")
class RememberChangesDue implements Remembering {

    private final Lookups lookups;

    RememberChangesDue(Lookups lookups) {
        this.lookups = lookups;
    }

    @EventHandler
    void on(ChangeAsked fact) {
        lookups.run(client -> client.sql("""
            insert into lookups.change_due (match, due_by) values (:match, :dueBy)
            on conflict (match) do update set due_by = least(change_due.due_by, excluded.due_by)\
            """)
                .param("match", fact.match().value())
                .param("dueBy", fact.dueBy())
                .update());
    }

    @EventHandler
    void on(ChangeOverdue fact) {
        lookups.run(client -> client.sql("update lookups.change_due set noted = true where match = :match")
                .param("match", fact.match().value())
                .update());
    }

    @EventHandler
    void on(MatchEnded fact) {
        lookups.run(client -> client.sql("delete from lookups.change_due where match = :match")
                .param("match", fact.match().value())
                .update());
    }
}

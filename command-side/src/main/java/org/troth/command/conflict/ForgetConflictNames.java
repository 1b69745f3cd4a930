package org.troth.command.conflict;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.keys.KeyEvent.KeyDestroyed;

/** Keeps nothing to compare by of a name that was taken back, and nothing at all of somebody whose words were destroyed. */
@Component
@ProcessingGroup("reactions")
class ForgetConflictNames {

    private final NameTags tags;

    ForgetConflictNames(NameTags tags) {
        this.tags = tags;
    }

    @EventHandler
    void on(ConflictNameTakenBack fact) {
        tags.forget(fact.person(), fact.entry().toString());
    }

    @EventHandler
    void on(KeyDestroyed fact) {
        tags.forgetAll(fact.owner());
    }
}

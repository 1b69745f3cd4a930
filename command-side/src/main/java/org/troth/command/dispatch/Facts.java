package org.troth.command.dispatch;

import java.util.List;
import org.troth.events.recording.NewFact;

/**
 * Facts of several streams that belong together and that no single aggregate decides, in place of a command: recorded in
 * one unit, all or none.
 */
public record Facts(List<NewFact> facts) {

    public Facts {
        facts = List.copyOf(facts);
    }
}

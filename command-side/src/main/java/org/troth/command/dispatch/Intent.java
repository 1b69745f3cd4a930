package org.troth.command.dispatch;

import org.troth.events.recording.Unit;

/**
 * What is to be done now: a command, and what must be recorded or hold with it. Built anew for every attempt, because the
 * answers of strong questions in it may have changed.
 *
 * @param command a command of an aggregate, or {@link Facts}
 * @param answer identifiers and codes only (often the new identifier): kept, and given again to a repetition
 */
public record Intent(Object command, Unit unit, String answer) {

    /** An intent whose answer says nothing but that it was done. */
    public Intent(Object command, Unit unit) {
        this(command, unit, "");
    }
}

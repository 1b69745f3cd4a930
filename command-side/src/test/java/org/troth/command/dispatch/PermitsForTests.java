package org.troth.command.dispatch;

import org.troth.events.disclosure.Disclosing;
import org.troth.events.recording.Streams;

/** Opens the one constructor that only the wiring uses. */
public final class PermitsForTests {

    private PermitsForTests() {}

    public static Permits of(Disclosing disclosing, Streams streams) {
        return new Permits(disclosing, streams);
    }
}

package org.troth.command.programme;

import java.util.Arrays;
import java.util.Locale;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** A list in an address: {@code participant-class}. */
final class ProgrammePath {

    private ProgrammePath() {}

    /** Throws {@link NotOnRecord} for anything else. */
    static ProgrammeList list(String name) {
        return Arrays.stream(ProgrammeList.values())
                .filter(each -> of(each).equals(name))
                .findFirst()
                .orElseThrow(NotOnRecord::new);
    }

    static String of(ProgrammeList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.troth.command.directory;

import java.util.List;
import org.troth.command.dispatch.Outcome;

/**
 * What an import came to. A file with anything wrong in it comes to nothing and is answered with its faults.
 *
 * @param id of the import
 * @param position the position of its last fact
 * @param format hsds-3.0-json or hsds-3.0-csv
 * @param added organisations, services and other records that were not listed before
 * @param changed that were listed with other content
 * @param unchanged that were listed just so
 */
record DirectoryReport(String id, long position, String format, int added, int changed, int unchanged) {

    /** The answer that is kept for a repetition. */
    static String answer(String id, String format, Merging.Merged merged) {
        return String.join(
                " ",
                id,
                format,
                Integer.toString(merged.added()),
                Integer.toString(merged.changed()),
                Integer.toString(merged.unchanged()));
    }

    static DirectoryReport of(Outcome outcome) {
        List<String> parts = List.of(outcome.answer().split(" "));
        return new DirectoryReport(
                parts.get(0),
                outcome.position(),
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Integer.parseInt(parts.get(3)),
                Integer.parseInt(parts.get(4)));
    }
}

package org.troth.command.directory;

import java.util.ArrayList;
import java.util.List;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Phrase;

/** Everything that is wrong with a file, by place; the first hundred are told. */
final class Faults {

    private static final int MOST = 100;

    private final List<Invalid.Fault> faults = new ArrayList<>();
    private int more;

    /**
     * @param where a file with its line, or a path inside it such as {@code services.json[3]}
     * @param field the field of the record; empty for the record itself
     */
    void add(String where, String field, String rule, Phrase words) {
        Invalid.Fault fault = new Invalid.Fault(field.isEmpty() ? where : where + " " + field, rule, words);
        if (faults.contains(fault)) {
            return;
        }
        if (faults.size() < MOST) {
            faults.add(fault);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Throws {@link Invalid} when anything is wrong: then nothing of the file is imported. */
    void check() {
        if (faults.isEmpty()) {
            return;
        }
        if (more > 0) {
            faults.add(new Invalid.Fault("file", "more", Phrase.of("command.directory.wrong.more", more)));
        }
        throw new Invalid(faults);
    }
}

package org.troth.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sends signals that the JDK has no word for. */
final class Signals {

    /** A signal is repeated until it is heeded. */
    static final long REPEAT_MILLIS = 1_000;

    /** How long a signal is given before a stronger one follows. */
    static final long PATIENCE_MILLIS = 10_000;

    private Signals() {}

    /** Sends the signal; a process that has ended already is no error. */
    static void send(String signal, long pid) throws IOException {
        Command.run(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)), Path.of("/"), "");
    }
}

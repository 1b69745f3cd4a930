package org.troth.command.programme;

import org.springframework.stereotype.Component;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Streams;

/** Answers from the one stream of all codes which of them are offered; what was read once is not read again, for it never changes. */
@Component
class RecordedProgramme implements ProgrammeCodes {

    /** Where all codes stand. */
    static final String STREAM = "8d2b6f10-4c3e-4f7a-9b58-1e6c0a9d37f2";

    private final Streams streams;
    private volatile Lists known = Lists.PUBLISHED;

    RecordedProgramme(Streams streams) {
        this.streams = streams;
    }

    Lists lists() {
        Lists before = known;
        Lists now = before.and(streams.read(STREAM, before.facts()));
        known = now;
        return now;
    }

    @Override
    public Answer of(ProgrammeList list) {
        Lists lists = lists();
        return new Answer(lists.of(list), new Precondition(STREAM, lists.facts() - 1L));
    }
}

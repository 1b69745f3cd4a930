package org.troth.query.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.troth.events.programme.ProgrammeCodes;
import org.troth.events.programme.ProgrammeEvent;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Precondition;

/** Answers from the record in memory; of the published pack it knows three matters. */
public final class PretendProgramme implements ProgrammeCodes {

    private static final List<String> PUBLISHED = List.of("housing", "family", "other");

    private final FactFeed feed;

    PretendProgramme(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public Answer of(ProgrammeList list) {
        Map<String, Code> codes = new LinkedHashMap<>();
        if (list == ProgrammeList.MATTER) {
            PUBLISHED.forEach(code -> codes.put(code, new Code(code, true, List.of(), true)));
        }
        int facts = 0;
        for (TrackedEventMessage<?> each : feed.facts()) {
            if (each.getPayload() instanceof ProgrammeEvent fact) {
                facts++;
                if (fact.list() == list) {
                    codes.merge(fact.code(), after(fact), (before, after) -> kept(before, after, fact));
                }
            }
        }
        return new Answer(List.copyOf(codes.values()), new Precondition("programme", facts - 1L));
    }

    private static Code after(ProgrammeEvent fact) {
        return fact instanceof ProgrammeCodeOffered offered
                ? new Code(fact.code(), false, offered.labels(), true)
                : new Code(fact.code(), false, List.of(), false);
    }

    private static Code kept(Code before, Code after, ProgrammeEvent fact) {
        return new Code(
                before.code(),
                before.published(),
                fact instanceof ProgrammeCodeOffered ? after.labels() : before.labels(),
                after.offered());
    }
}

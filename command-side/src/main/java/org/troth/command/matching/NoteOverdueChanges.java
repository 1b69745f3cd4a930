package org.troth.command.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.Round;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.matching.OverdueChanges;

/**
 * Notes every change that was not arranged by its day. Which ones is looked up; whether it is so, the match itself decides, so
 * that a late or repeated look-up, or a second node that looks at the same time, does nothing wrong.
 */
@Component
class NoteOverdueChanges implements OverdueChanges {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("5d0f1c52-6c1b-4a76-9a86-0b6a3f6a9c02"));

    private final Lookups lookups;
    private final Round round;
    private final Clock clock;

    NoteOverdueChanges(Lookups lookups, Dispatch dispatch, Clock clock) {
        this.lookups = lookups;
        round = new Round(dispatch, SYSTEM, "note overdue change");
        this.clock = clock;
    }

    @Override
    public int noteOverdue() {
        return round.over(passed(), NoteChangeOverdue::new);
    }

    private List<MatchId> passed() {
        return lookups.run(client -> client.sql("""
                        select match from lookups.change_due where not noted and due_by < :today
                        order by due_by, match""")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new MatchId(row.getObject("match", UUID.class)))
                .list());
    }
}

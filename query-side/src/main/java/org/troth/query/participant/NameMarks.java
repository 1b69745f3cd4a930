package org.troth.query.participant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.BlindMarks.Sieve;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/**
 * The marks beside people's names, where they are switched on. A search makes those that it misses of the names it opens
 * anyway, so that nothing is ever opened for their sake. What is missing, out of date or lost costs time and no answer.
 */
@Component
class NameMarks {

    private static final Logger LOG = LoggerFactory.getLogger(NameMarks.class);

    /** What is known of a name besides. */
    enum State {
        /** There are marks of it, or of one that it has replaced. */
        MARKED,
        /** Keys of the person were destroyed: it is opened each time, and never marked again. */
        CLOSED,
        /** It was found to be erased, which it stays. */
        ERASED
    }

    /** A name, sealed, and what is known of it. */
    record Name(Sealed sealed, @Nullable State state, byte @Nullable [] marks) {}

    /** Remembers what was found out of names that were opened in a search. */
    final class Notes {

        private final List<Object[]> rows = new ArrayList<>();

        /** Marks this name, if it has none yet and may have some. */
        void opened(Name name, String folded) {
            BlindMarks blind = NameMarks.this.marks;
            byte[] has = name.marks();
            if (blind != null && name.state() != State.CLOSED && (has == null || !blind.areOf(name.sealed(), has))) {
                note(name, State.MARKED, blind.mark(name.sealed(), NameParts.of(folded)));
            }
        }

        void erased(Name name) {
            note(name, State.ERASED, null);
        }

        private void note(Name name, State state, byte @Nullable [] made) {
            rows.add(new Object[] {name.sealed().owner(), state.name(), made});
        }

        /** What cannot be kept now will be found out by another search. */
        void keep() {
            if (rows.isEmpty()) {
                return;
            }
            try {
                jdbc.batchUpdate("""
                        insert into name_mark (person, state, marks) values (?, ?, ?)
                        on conflict (person) do update set state = excluded.state, marks = excluded.marks
                         where name_mark.state = 'MARKED' or excluded.state = 'ERASED'
                        """, rows);
            } catch (DataAccessException e) {
                LOG.warn("Marks of names were not kept: {}", e.getClass().getSimpleName());
            }
            rows.clear();
        }
    }

    private final JdbcTemplate jdbc;
    private final @Nullable BlindMarks marks;

    NameMarks(JdbcTemplate jdbc, ObjectProvider<BlindMarks> marks) {
        this.jdbc = jdbc;
        this.marks = marks.getIfAvailable();
    }

    /** Whether names are marked. */
    boolean areOn() {
        return marks != null;
    }

    /** Nothing is left of marks that nobody uses. */
    @EventListener(ContextRefreshedEvent.class)
    void forgetUnused() {
        if (marks == null) {
            jdbc.update("delete from name_mark where state = 'MARKED'");
        }
    }

    /** Those who may be called something that holds this, and those of whom nothing is known. */
    Sought sought(String folded) {
        BlindMarks blind = marks;
        if (blind == null) {
            return name -> true;
        }
        Sieve sieve = blind.sieve(Words.PARTICIPANT_NAME, NameParts.sought(folded));
        return name -> {
            byte[] has = name.marks();
            return name.state() != State.ERASED && (has == null || sieve.mayHold(name.sealed(), has));
        };
    }

    Notes notes() {
        return new Notes();
    }

    /** Whether a name is to be opened and compared. */
    @FunctionalInterface
    interface Sought {
        boolean mayBe(Name name);
    }
}

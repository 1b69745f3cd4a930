package org.troth.command.dispatch;

import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.troth.events.recording.RecordUnavailable;

/**
 * What reactions remember between facts, in the schema {@code lookups}. Any failure is {@link RecordUnavailable}: a
 * reaction is then tried again until it works, so that nothing it should have remembered is ever passed over.
 */
@Component
public final class Lookups {

    private final JdbcClient client;

    public Lookups(JdbcClient client) {
        this.client = client;
    }

    /** Runs one statement; its tables are named with their schema. */
    public <T> T run(Function<JdbcClient, T> statement) {
        try {
            return statement.apply(client);
        } catch (DataAccessException e) {
            throw new RecordUnavailable(e);
        }
    }
}

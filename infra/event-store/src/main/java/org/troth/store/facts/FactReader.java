package org.troth.store.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Unreadable;
import org.troth.events.recording.Claim;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;
import org.troth.ledger.FactHeader;
import org.troth.ledger.FactSealing;
import org.troth.ledger.OpenedFact;
import org.troth.ledger.SealedFact;
import org.troth.ledger.Tampered;
import org.troth.store.codec.FactCodec;

/**
 * Reads the record and opens what it reads. A row that was changed, moved or taken away is refused as {@code TAMPERED};
 * a database that cannot be read is {@link RecordUnavailable}.
 */
public final class FactReader {

    private static final String STREAM = """
            select position, header, ct, stream_seq
              from facts.fact
             where stream_id = ? and stream_seq >= ?
             order by stream_seq
            """;
    private static final String STREAM_END = """
            select stream_seq from facts.fact where stream_id = ? order by stream_seq desc limit 1
            """;
    private static final String RANGE = """
            select position, header, ct
              from facts.fact
             where position > ? and position <= ?
             order by position
            """;
    private static final String HOLDER = "select stream_id from lookups.claim where kind = ? and value_tag = ?";
    private static final String HEAD = "select size, key_generation, destructions from facts.head";
    private static final String LEDGER_STARTS = "select 1 from facts.ledger where first_position = ?";

    private final DataSource source;
    private final FactSealing sealing;
    private final FactCodec codec;
    private final OpenedFacts lately = new OpenedFacts(8_192);

    public FactReader(DataSource source, FactSealing sealing, FactCodec codec) {
        this.source = source;
        this.sealing = sealing;
        this.codec = codec;
    }

    /** The facts of an aggregate from this sequence on, in order and without a gap. */
    public List<RecordedFact> stream(String aggregateId, long fromSequence) {
        int since = lately.forgotten();
        List<RecordedFact> facts = stream(sealing.streamId(aggregateId), fromSequence);
        for (RecordedFact fact : facts) {
            if (!fact.aggregateId().equals(aggregateId)) {
                throw new Unreadable(Unreadable.Why.TAMPERED);
            }
        }
        if (fromSequence == 0) {
            lately.read(aggregateId, facts, since);
        }
        return facts;
    }

    /**
     * The facts of an aggregate as this node last saw them, which may not be all: what is decided from them counts only if
     * the append proves that nothing came after. Empty when they are not known.
     */
    public List<RecordedFact> lastSeen(String aggregateId) {
        List<RecordedFact> stream = lately.stream(aggregateId);
        return stream == null ? List.of() : stream;
    }

    /** What was last seen of this aggregate is not as it is. */
    public void forget(String aggregateId) {
        lately.forget(aggregateId);
    }

    /** The facts of the stream that holds the claim; empty when nobody does. */
    List<RecordedFact> holder(Claim claim) {
        UUID streamId = query(HOLDER, rows -> rows.next() ? rows.getObject(1, UUID.class) : null, statement -> {
            statement.setInt(1, claim.kind().code());
            statement.setBytes(2, claim.tag());
        });
        return streamId == null ? List.of() : stream(streamId, 0);
    }

    /** The last sequence of an aggregate's stream; empty when it has no fact. */
    public OptionalLong lastSequence(String aggregateId) {
        UUID streamId = sealing.streamId(aggregateId);
        Long last = query(
                STREAM_END,
                rows -> rows.next() ? rows.getLong(1) : null,
                statement -> statement.setObject(1, streamId));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** Where the record ends now. */
    public HeadState head() {
        HeadState head = query(
                HEAD,
                rows -> rows.next() ? new HeadState(rows.getLong(1), rows.getInt(2), rows.getLong(3)) : null,
                statement -> {});
        if (head == null) {
            throw new RecordUnavailable();
        }
        return head;
    }

    /**
     * The rows after this position, at most so many and in order, unopened. The record is known to reach up to a size;
     * what is missing before it was taken away.
     */
    public List<FactRow> after(long position, int most, long knownSize) {
        long last = Math.min(position + most, knownSize - 1);
        if (last <= position) {
            return List.of();
        }
        List<FactRow> found = query(
                RANGE,
                rows -> {
                    List<FactRow> all = new ArrayList<>((int) (last - position));
                    while (rows.next()) {
                        all.add(new FactRow(rows.getLong(1), rows.getBytes(2), rows.getBytes(3)));
                    }
                    return all;
                },
                statement -> {
                    statement.setLong(1, position);
                    statement.setLong(2, last);
                });
        List<FactRow> all = found == null ? List.of() : found;
        long expected = position + 1;
        for (FactRow row : all) {
            if (row.position() != expected && !ledgerStartsAt(row.position())) {
                throw new Unreadable(Unreadable.Why.TAMPERED);
            }
            expected = row.position() + 1;
        }
        if (expected != last + 1) {
            throw new Unreadable(Unreadable.Why.TAMPERED);
        }
        return all;
    }

    /** Opens a row; throws {@link Unreadable} with its cause, {@code ERASED} when it was purged. */
    public RecordedFact open(FactRow row) {
        byte[] ct = row.ct();
        if (ct == null) {
            throw new Unreadable(Unreadable.Why.ERASED);
        }
        OpenedFact opened;
        try {
            opened = sealing.open(row.header(), ct);
        } catch (Tampered e) {
            throw new Unreadable(Unreadable.Why.TAMPERED, e);
        }
        FactHeader header = opened.header();
        SortedMap<String, String> metadata = codec.readTexts(opened.metadata());
        String aggregateId = metadata.remove(StoredMetadata.AGGREGATE);
        String aggregateType = metadata.remove(StoredMetadata.TYPE);
        if (aggregateId == null || aggregateType == null) {
            throw new IllegalStateException("a fact that does not say whose it is");
        }
        return new RecordedFact(
                row.position(),
                header.eventId(),
                aggregateType,
                aggregateId,
                header.streamSeq(),
                Instant.ofEpochMilli(header.recordedMs()),
                codec.read(opened.type(), opened.revision(), opened.payload()),
                metadata);
    }

    private List<RecordedFact> stream(UUID streamId, long fromSequence) {
        int since = lately.forgotten();
        List<FactRow> rows = query(
                STREAM,
                found -> {
                    List<FactRow> all = new ArrayList<>();
                    long expected = fromSequence;
                    while (found.next()) {
                        FactRow row = new FactRow(found.getLong(1), found.getBytes(2), found.getBytes(3));
                        FactHeader header = header(row);
                        if (!header.streamId().equals(streamId)
                                || header.streamSeq() != expected
                                || found.getLong(4) != expected) {
                            throw new Unreadable(Unreadable.Why.TAMPERED);
                        }
                        expected++;
                        all.add(row);
                    }
                    return all;
                },
                statement -> {
                    statement.setObject(1, streamId);
                    statement.setLong(2, fromSequence);
                });
        if (rows == null) {
            return List.of();
        }
        List<RecordedFact> facts = new ArrayList<>(rows.size());
        for (FactRow row : rows) {
            RecordedFact fact = lately.in(row);
            if (fact == null) {
                fact = open(row);
                lately.opened(row, fact, since);
            }
            facts.add(fact);
        }
        return facts;
    }

    /** To be asked before facts are appended that are to be remembered. */
    int forgotten() {
        return lately.forgotten();
    }

    /**
     * Remembers facts that this node has just appended, the last of them at this position, so that they need not be
     * opened when they are read again.
     */
    void appended(List<Draft.Fact> facts, SealedUnit unit, long lastPosition, int since) {
        long position = lastPosition - facts.size();
        int births = unit.facts().size() - facts.size();
        Instant recordedAt = unit.recordedAt().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < facts.size(); i++) {
            SealedFact sealed = unit.facts().get(births + i).sealed();
            Draft.Fact fact = facts.get(i);
            position++;
            lately.appended(
                    new FactRow(position, sealed.header(), sealed.ct()),
                    new RecordedFact(
                            position,
                            fact.eventId(),
                            fact.plain().aggregateType(),
                            fact.plain().aggregateId(),
                            fact.plain().sequence(),
                            recordedAt,
                            fact.plain().fact(),
                            fact.texts()),
                    since);
        }
    }

    /** Forgets what was opened; a key is gone. */
    void forget() {
        lately.forget();
    }

    private static FactHeader header(FactRow row) {
        try {
            return FactHeader.read(row.header());
        } catch (Tampered e) {
            throw new Unreadable(Unreadable.Why.TAMPERED, e);
        }
    }

    private boolean ledgerStartsAt(long position) {
        return query(LEDGER_STARTS, rows -> rows.next() ? "starts" : null, statement -> statement.setLong(1, position))
                != null;
    }

    /** Fills in the parameters. */
    private interface Parameters {
        void into(PreparedStatement statement) throws SQLException;
    }

    /** Takes the answer. */
    private interface Answer<T> {
        @Nullable
        T of(ResultSet rows) throws SQLException;
    }

    private <T> @Nullable T query(String sql, Answer<T> answer, Parameters parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.into(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return answer.of(rows);
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }
}

package org.troth.query.freshness;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the token of the views as a plain position in the schema of the views, so that it is stored in the transaction
 * that writes the rows and swapped with them. A claim that was not extended for four seconds may be taken by another node.
 */
@Component
public final class ViewsTokens implements TokenStore {

    /** The one processor of the views. */
    public static final String PROCESSOR = "views";

    private final JdbcClient jdbc;
    private final String node = UUID.randomUUID().toString();

    ViewsTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position up to which the rows are complete, for whoever reads in this transaction; -1 before the first fact. */
    public long reached() {
        return jdbc.sql("select position from progress where processor = ? and segment = 0 and position is not null")
                .param(PROCESSOR)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException("the segments of " + processor + " exist already");
        }
        for (int segment = 0; segment < segments; segment++) {
            initializeSegment(initial, processor, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken initial, String processor, int segment) {
        try {
            jdbc.sql("insert into progress (processor, segment, position) values (?, ?, ?)")
                    .param(processor)
                    .param(segment)
                    .param(position(initial))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UnableToClaimTokenException("another node was first with " + processor, e);
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        int rows = jdbc.sql("""
                        update progress set position = ?, claimed_at = clock_timestamp()
                         where processor = ? and segment = ? and owner = ?
                        """)
                .param(position(token))
                .param(processor)
                .param(segment)
                .param(node)
                .update();
        if (rows == 0) {
            throw new UnableToClaimTokenException("another node has taken " + processor);
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        Optional<Optional<Long>> claimed = jdbc.sql("""
                        update progress set owner = ?, claimed_at = clock_timestamp()
                         where processor = ? and segment = ?
                           and (owner is null or owner = ? or claimed_at < clock_timestamp() - interval '4 seconds')
                        returning position
                        """)
                .params(node, processor, segment, node)
                .query((row, at) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .optional();
        return claimed.orElseThrow(() -> new UnableToClaimTokenException("another node works on " + processor))
                .map(GlobalSequenceTrackingToken::new)
                .orElse(null);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        int rows = jdbc.sql("""
                        update progress set claimed_at = clock_timestamp()
                         where processor = ? and segment = ? and owner = ?
                        """).params(processor, segment, node).update();
        if (rows == 0) {
            throw new UnableToClaimTokenException("another node has taken " + processor);
        }
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.sql(
                        "update progress set owner = null, claimed_at = null where processor = ? and segment = ? and owner = ?")
                .params(processor, segment, node)
                .update();
    }

    @Override
    public void deleteToken(String processor, int segment) {
        int rows = jdbc.sql("delete from progress where processor = ? and segment = ? and owner = ?")
                .params(processor, segment, node)
                .update();
        if (rows == 0) {
            throw new UnableToClaimTokenException("another node has taken " + processor);
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public int[] fetchSegments(String processor) {
        List<Integer> segments = jdbc.sql("select segment from progress where processor = ? order by segment")
                .param(processor)
                .query(Integer.class)
                .list();
        return segments.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of("troth-views");
    }

    private static @Nullable Long position(@Nullable TrackingToken token) {
        if (token == null) {
            return null;
        }
        return token.position().stream()
                .boxed()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a token of the views is a position"));
    }
}

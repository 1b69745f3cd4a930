package org.troth.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.troth.events.confidential.TagKind;
import org.troth.store.axon.Reactions;
import org.troth.store.facts.Recorder;

/**
 * How long rows are kept that are no facts. Counts how many went, and says nothing of which. What nobody deletes here goes by
 * itself when what it waits for has come about; the table of all of them stands in {@code infra/docs/operating.md}.
 */
final class Retention {

    /** As long as a reaction's own answer is kept, so that both are there or neither. */
    static final Duration REFUSED = Duration.ofDays(90);

    /** Longer than any of these kinds can be good for: a token of the API is for ninety days. */
    static final Duration CLAIMS = Duration.ofDays(120);

    /** What is good for a time, and then for nothing. A name, a place or a wish is of no such kind. */
    static final Set<TagKind> FOR_A_TIME =
            Set.of(TagKind.INVITATION, TagKind.API_TOKEN, TagKind.AGENCY_OPENING, TagKind.AGENCY_SITTING);

    private static final String METER = "rows.forgotten";

    private final Recorder recorder;
    private final Reactions reactions;
    private final Clock clock;
    private final MeterRegistry meters;

    Retention(Recorder recorder, Reactions reactions, Clock clock, MeterRegistry meters) {
        this.recorder = recorder;
        this.reactions = reactions;
        this.clock = clock;
        this.meters = meters;
    }

    /** Safe on several nodes at once, and after any pause. */
    void forget() {
        Instant now = clock.instant();
        count("answer", recorder.forgetExpiredAnswers());
        count("claim", recorder.forgetClaims(FOR_A_TIME, now.minus(CLAIMS)));
        count("refusal", reactions.forgetRefused(now.minus(REFUSED)));
    }

    private void count(String kind, long forgotten) {
        meters.counter(METER, "kind", kind).increment((double) forgotten);
    }
}

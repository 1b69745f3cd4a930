package org.troth.events.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;

/**
 * The gate on reading: no log, no look. Each method returns only after its facts are durable; each throws
 * {@link org.troth.events.recording.RecordUnavailable} when they cannot be (show nothing, answer 503) and
 * {@link LookForbidden} when the actor may not look (recorded as a refusal; answer as if there were nothing), or
 * {@link TooManyRefusals} in its place.
 */
public interface Disclosing {

    /** Discloses exactly this portion, one fact per person in one append. An empty portion opens and records nothing. */
    Disclosure disclose(Look look);

    /**
     * Records that these people's words are compared with a term that is never recorded. What matched must be disclosed
     * on its own before it is shown.
     */
    Disclosure search(
            Actor actor,
            PurposeOfUse purpose,
            String route,
            SubjectKind scope,
            Set<DataClass> classes,
            Set<UUID> people,
            UUID request);

    /** Records that the log of looks was read, once per request. */
    void logRead(Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request);

    /**
     * Records that a signed-in actor was refused. Throws {@link TooManyRefusals} when this actor was refused too often in
     * a short time; then nothing more is recorded.
     */
    void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request);

    /** Why this actor may see this, or empty; records nothing and opens nothing (for what to offer on a page). */
    Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown);
}

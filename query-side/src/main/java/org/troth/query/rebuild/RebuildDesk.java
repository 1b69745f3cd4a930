package org.troth.query.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.reading.Visit;

/** Takes the order to rebuild, once for each key. */
@Component
class RebuildDesk {

    private static final Duration KEPT = Duration.ofDays(2);
    private static final String WHAT = "POST /rebuild";

    private final ViewsRebuild rebuild;
    private final Recording recording;
    private final Tags tags;
    private final Clock clock;
    private byte[] running = {};

    RebuildDesk(ViewsRebuild rebuild, Recording recording, Tags tags, Clock clock) {
        this.rebuild = rebuild;
        this.recording = recording;
        this.tags = tags;
        this.clock = clock;
    }

    Progress progress() {
        return rebuild.progress();
    }

    /** Starts a rebuild, or answers with the one that runs or that this key has started before. */
    synchronized UUID order(Visit visit, @Nullable String key) {
        Unit unit = new Unit(visit.actor(), visit.request());
        if (key == null || key.isBlank()) {
            return rebuild.start(unit, null);
        }
        byte[] keyTag = tags.tag(TagKind.IDEMPOTENCY_KEY, uuid(key));
        byte[] requestTag = tags.tag(TagKind.REQUEST, WHAT);
        Optional<Recording.Kept> kept =
                recording.answerTo(visit.actor().account().value(), keyTag);
        if (kept.isPresent()) {
            if (!Arrays.equals(kept.get().answer().requestTag(), requestTag)) {
                throw new ResponseStatusException(HttpStatus.valueOf(422));
            }
            return UUID.fromString(kept.get().answer().text());
        }
        UUID last = rebuild.progress().rebuild();
        if (last != null && Arrays.equals(running, keyTag)) {
            return last;
        }
        running = keyTag;
        return rebuild.start(
                unit,
                id -> new Answer(
                        visit.actor().account().value(),
                        keyTag,
                        requestTag,
                        id.toString(),
                        clock.instant().plus(KEPT)));
    }

    private static String uuid(String key) {
        try {
            String canonical = UUID.fromString(key.strip()).toString();
            if (canonical.equalsIgnoreCase(key.strip())) {
                return canonical;
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
        throw notAKey();
    }

    private static AskedWrongly notAKey() {
        return AskedWrongly.saying("Idempotency-Key", "uuid", "query.rebuild.key");
    }
}

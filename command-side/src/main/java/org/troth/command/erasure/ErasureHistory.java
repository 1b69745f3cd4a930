package org.troth.command.erasure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.Fact;
import org.troth.events.account.Role;
import org.troth.events.erasure.ErasureEvent;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** What one person asked about being forgotten, as their stream says it now. */
final class ErasureHistory {

    private static final String TYPE = ErasureEvent.STREAM;

    private final UUID person;
    private final long last;
    private final Set<UUID> everAsked = new HashSet<>();
    private final Set<UUID> askedThemselves = new HashSet<>();
    private @Nullable UUID open;
    private @Nullable ErasureRequested waiting;
    private @Nullable String notedBy;

    private ErasureHistory(UUID person, List<RecordedFact> facts) {
        this.person = person;
        this.last = facts.size() - 1L;
        facts.forEach(this::add);
    }

    static ErasureHistory of(UUID person, Streams streams) {
        return new ErasureHistory(person, streams.read(ErasureEvent.stream(person), 0));
    }

    private void add(RecordedFact recorded) {
        Fact fact = recorded.fact();
        if (fact instanceof ErasureRequested requested) {
            everAsked.add(requested.erasure());
            open = requested.erasure();
            waiting = requested;
            String roles = recorded.metadata().getOrDefault(Metadata.ROLES, "");
            // A volunteer may be a coordinator, too: what may have been asked by the person counts as asked by them.
            if (roles.contains(Role.COORDINATOR.name())
                    && !roles.contains(requested.side().name())) {
                notedBy = recorded.metadata().get(Metadata.ACTOR);
            } else {
                askedThemselves.add(requested.erasure());
            }
        } else if (fact instanceof ErasureRequestTakenBack || fact instanceof ErasureNotedByMistake) {
            open = null;
        }
    }

    /** Whether the person asked it themselves, first or after it was noted for them. */
    boolean askedThemselves(UUID erasure) {
        return askedThemselves.contains(erasure);
    }

    /** Whether it is this account that noted what waits. */
    boolean wasNotedBy(AccountId account) {
        return account.toString().equals(notedBy);
    }

    /** What waits was noted for them, and now they ask it themselves: it is theirs from then on, and its day stays. */
    List<NewFact> askedThemselves(LocalDate today) {
        ErasureRequested noted = waiting;
        return open == null || noted == null || askedThemselves.contains(open)
                ? List.of()
                : List.of(next(new ErasureRequested(
                        noted.person(), noted.side(), noted.erasure(), today, noted.answerBy(), noted.law())));
    }

    /** The request that waits for its answer. */
    Optional<UUID> open() {
        return Optional.ofNullable(open);
    }

    boolean wasAsked(UUID erasure) {
        return everAsked.contains(erasure);
    }

    /** That nothing was added since it was read. */
    Precondition precondition() {
        return new Precondition(ErasureEvent.stream(person), last);
    }

    /** This fact as the next one. */
    NewFact next(ErasureEvent fact) {
        return new NewFact(TYPE, ErasureEvent.stream(person), last + 1, fact);
    }
}

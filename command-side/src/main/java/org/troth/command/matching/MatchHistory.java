package org.troth.command.matching;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;

/** What the record says about one match now: who is in it, and which places and claims hang on it. */
final class MatchHistory {

    /** One side's wish not to be proposed to the other again. */
    record Wish(VolunteerId volunteer, Side by) {}

    private final Precondition precondition;
    private final Set<Side> accepted = EnumSet.noneOf(Side.class);
    private final Set<VolunteerId> everProposed = new HashSet<>();
    private final Map<UUID, Wish> everWished = new HashMap<>();
    private final Set<UUID> standingWishes = new HashSet<>();
    private final WishesApart apart = new WishesApart();
    private @Nullable ParticipantId participant;
    private @Nullable VolunteerId volunteer;
    private boolean started;
    private boolean secondContact;
    private long proposedAt = -1;
    private boolean blind;

    private MatchHistory(Precondition precondition) {
        this.precondition = precondition;
    }

    static MatchHistory of(MatchId match, List<RecordedFact> facts) {
        MatchHistory history = new MatchHistory(new Precondition(match.toString(), facts.size() - 1L));
        for (RecordedFact each : facts) {
            history.add(each.eventId(), each.fact());
            if (each.fact() instanceof MatchProposed proposed) {
                history.proposedAt = each.position();
                history.blind = isBlind(proposed);
            }
        }
        return history;
    }

    /** Whether this was proposed without anything of the participant's record, as its law says. */
    static boolean isBlind(MatchProposed proposed) {
        return proposed.law().rule().equals(HouseLaw.MATCH_WITHOUT_RECORD.rule());
    }

    private void add(UUID event, Fact fact) {
        if (fact instanceof MatchRequested requested) {
            participant = requested.participant();
        } else if (fact instanceof MatchProposed proposed) {
            volunteer = proposed.volunteer();
            everProposed.add(proposed.volunteer());
        } else if (fact instanceof MatchAccepted by) {
            accepted.add(by.by());
        } else if (fact instanceof MatchStarted) {
            started = true;
        } else if (fact instanceof ChangeAsked asked) {
            wish(event, asked.volunteer(), asked.by());
        } else if (fact instanceof SecondContactAsked asked) {
            wish(event, asked.volunteer(), asked.by());
            secondContact = true;
        } else if (fact instanceof ChangeOverdue) {
            secondContact = true;
        } else if (fact instanceof MatchDeclined declined) {
            wish(event, declined.volunteer(), declined.by());
            nobody();
        } else if (fact instanceof WishApartTakenBack back) {
            apart.takeBack(back.volunteer(), back.by());
            standingWishes.removeIf(each -> new Wish(back.volunteer(), back.by()).equals(everWished.get(each)));
        } else if (fact instanceof ProposalTakenBack) {
            nobody();
        } else if (fact instanceof MatchEnded || fact instanceof MatchRequestClosed) {
            started = false;
            nobody();
        }
    }

    private void wish(UUID event, VolunteerId from, Side by) {
        everWished.put(event, new Wish(from, by));
        standingWishes.add(event);
        apart.state(from, by);
    }

    private void nobody() {
        volunteer = null;
        accepted.clear();
    }

    /** Whose request it is; absent when there is no such match. */
    @Nullable
    ParticipantId participant() {
        return participant;
    }

    /** Who is proposed or matched now. */
    @Nullable
    VolunteerId volunteer() {
        return volunteer;
    }

    /** Whether this person is or was a volunteer of this match. */
    boolean wasProposed(@Nullable UUID person) {
        return person != null && everProposed.contains(new VolunteerId(person));
    }

    /** Whether this person is the volunteer of this match now. */
    boolean isVolunteer(@Nullable UUID person) {
        return person != null && new VolunteerId(person).equals(volunteer);
    }

    boolean started() {
        return started;
    }

    /** Whether somebody is proposed now, in whose choice the participant's record was used. */
    boolean restsOnRecord() {
        return volunteer != null && !started && !blind;
    }

    /** The position of the last proposal. */
    long proposedAt() {
        return proposedAt;
    }

    /** The wish that was stated by this fact, taken back or not. */
    Optional<Wish> wish(UUID event) {
        return Optional.ofNullable(everWished.get(event));
    }

    /** Whether the wish that was stated by this fact was not taken back since. */
    boolean stands(UUID event) {
        return standingWishes.contains(event);
    }

    /** Whether the two would be kept apart by this match even if this wish were taken back. */
    boolean apartWithout(Wish wish) {
        return apart.standsFor(wish.volunteer(), wish.by().other());
    }

    /** Whether a change here is, or was until the match ended, for the second contact to arrange. */
    boolean isWithSecondContact() {
        return secondContact;
    }

    /** Whether one of the volunteer's places is taken by this match. */
    boolean holdsPlace() {
        return accepted.contains(Side.VOLUNTEER);
    }

    /** That nothing was added to the match since it was read. */
    Precondition precondition() {
        return precondition;
    }
}

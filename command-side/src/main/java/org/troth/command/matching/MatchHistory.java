package org.troth.command.matching;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;

/** What the record says about one match now: who is in it, and which places and claims hang on it. */
final class MatchHistory {

    private final Precondition precondition;
    private final Set<Side> accepted = EnumSet.noneOf(Side.class);
    private final Set<VolunteerId> everProposed = new HashSet<>();
    private @Nullable ParticipantId participant;
    private @Nullable VolunteerId volunteer;
    private boolean started;
    private boolean parted;
    private boolean secondContact;

    private MatchHistory(Precondition precondition) {
        this.precondition = precondition;
    }

    static MatchHistory of(MatchId match, List<RecordedFact> facts) {
        MatchHistory history = new MatchHistory(new Precondition(match.toString(), facts.size() - 1L));
        facts.forEach(each -> history.add(each.fact()));
        return history;
    }

    private void add(Object fact) {
        if (fact instanceof MatchRequested requested) {
            participant = requested.participant();
        } else if (fact instanceof MatchProposed proposed) {
            volunteer = proposed.volunteer();
            everProposed.add(proposed.volunteer());
        } else if (fact instanceof MatchAccepted by) {
            accepted.add(by.by());
        } else if (fact instanceof MatchStarted) {
            started = true;
        } else if (fact instanceof ChangeAsked) {
            parted = true;
        } else if (fact instanceof SecondContactAsked) {
            parted = true;
            secondContact = true;
        } else if (fact instanceof ChangeOverdue) {
            secondContact = true;
        } else if (fact instanceof MatchDeclined) {
            nobody();
        } else if (fact instanceof MatchEnded || fact instanceof MatchRequestClosed) {
            started = false;
            nobody();
        }
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

    /** Whether somebody else was asked for here, of whomever: the pair is kept apart already. */
    boolean parted() {
        return parted;
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

package org.troth.query.matching;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent;
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
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each request for a match, and who is not offered to whom again. */
@KeepsRows
final class MatchProjection {

    private static final Write REQUESTED = new Write("match", """
            insert into match (id, participant, state, requested_at, requested_position) values (?, ?, 'REQUESTED', ?, ?)
            on conflict (id) do update set
                state = excluded.state, volunteer = null, reasons = '', participant_accepted = false,
                volunteer_accepted = false, requested_at = excluded.requested_at,
                requested_position = excluded.requested_position, proposed_at = null, started_at = null,
                change_due = null, participant_due = null, volunteer_due = null, ended_at = null, end_reason = null
            """);

    private static final Write PROPOSED = new Write("match", """
            update match set state = 'PROPOSED', volunteer = ?, reasons = ?, proposed_at = ?,
                             participant_accepted = false, volunteer_accepted = false
             where id = ?
            """);

    private static final Write PARTICIPANT_ACCEPTED =
            new Write("match", "update match set participant_accepted = true where id = ?");

    private static final Write VOLUNTEER_ACCEPTED =
            new Write("match", "update match set volunteer_accepted = true where id = ?");

    private static final Write NOBODY_PROPOSED = new Write("match", """
            update match set state = 'REQUESTED', volunteer = null, reasons = '', proposed_at = null,
                             participant_accepted = false, volunteer_accepted = false
             where id = ?
            """);

    private static final Write STARTED =
            new Write("match", "update match set state = 'STARTED', started_at = ? where id = ?");

    private static final Write CHANGE_ASKED =
            new Write("match", "update match set change_due = least(change_due, ?::date) where id = ?");

    private static final Write PARTICIPANT_ASKED =
            new Write("match", "update match set participant_due = ? where id = ?");

    private static final Write VOLUNTEER_ASKED = new Write("match", "update match set volunteer_due = ? where id = ?");

    private static final Write OVERDUE = new Write("second_contact", """
            insert into second_contact (match, participant, volunteer, overdue_due) values (?, ?, ?, ?)
            on conflict (match) do update set overdue_due = excluded.overdue_due
            """);

    private static final Write PARTICIPANT_ASKED_SECOND = new Write("second_contact", """
            insert into second_contact (match, participant, volunteer, participant_due) values (?, ?, ?, ?)
            on conflict (match) do update set participant_due = excluded.participant_due
            """);

    private static final Write VOLUNTEER_ASKED_SECOND = new Write("second_contact", """
            insert into second_contact (match, participant, volunteer, volunteer_due) values (?, ?, ?, ?)
            on conflict (match) do update set volunteer_due = excluded.volunteer_due
            """);

    private static final Write ARRANGED = new Write("second_contact", "delete from second_contact where match = ?");

    private static final Write ENDED =
            new Write("match", "update match set state = 'ENDED', ended_at = ?, end_reason = ? where id = ?");

    private static final Write REQUEST_CLOSED =
            new Write("match", "update match set state = 'CLOSED', ended_at = ? where id = ?");

    private static final Write APART = new Write("match_apart", """
            insert into match_apart (participant, volunteer, side, wish, match, since, walked) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (participant, volunteer, side) do update
               set wish = excluded.wish, match = excluded.match, since = excluded.since, walked = excluded.walked
            """);

    private static final Write APART_NO_LONGER =
            new Write("match_apart", "delete from match_apart where participant = ? and volunteer = ? and side = ?");

    private final Rows rows;

    MatchProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(MatchRequested fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(REQUESTED, fact.match().value(), fact.participant().value(), at, Rows.position(token));
    }

    @EventHandler
    void on(MatchProposed fact, @Timestamp Instant at) {
        rows.write(
                PROPOSED,
                fact.volunteer().value(),
                fact.reasons(),
                at,
                fact.match().value());
    }

    @EventHandler
    void on(MatchAccepted fact) {
        rows.write(
                fact.by() == Side.PARTICIPANT ? PARTICIPANT_ACCEPTED : VOLUNTEER_ACCEPTED,
                fact.match().value());
    }

    /** Both are kept apart from here on, until the one who said no takes it back. */
    @EventHandler
    void on(MatchDeclined fact, EventMessage<?> message) {
        rows.write(NOBODY_PROPOSED, fact.match().value());
        apart(fact, fact.volunteer(), fact.by(), false, message);
    }

    /** Nobody said no, so that nobody is kept apart by it. */
    @EventHandler
    void on(ProposalTakenBack fact) {
        rows.write(NOBODY_PROPOSED, fact.match().value());
    }

    @EventHandler
    void on(MatchStarted fact, @Timestamp Instant at) {
        rows.write(STARTED, at, fact.match().value());
    }

    /** Nothing that is shown or ranked holds a No. */
    @EventHandler
    void on(RequestDeclined fact) {}

    @EventHandler
    void on(ChangeAsked fact, EventMessage<?> message) {
        rows.write(CHANGE_ASKED, fact.dueBy(), fact.match().value());
        rows.write(
                fact.by() == Side.PARTICIPANT ? PARTICIPANT_ASKED : VOLUNTEER_ASKED,
                fact.dueBy(),
                fact.match().value());
        apart(fact, fact.volunteer(), fact.by(), true, message);
    }

    /** Of the match itself, which coordinators see, nothing is touched. */
    @EventHandler
    void on(SecondContactAsked fact, EventMessage<?> message) {
        rows.write(
                fact.by() == Side.PARTICIPANT ? PARTICIPANT_ASKED_SECOND : VOLUNTEER_ASKED_SECOND,
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                fact.dueBy());
        apart(fact, fact.volunteer(), fact.by(), true, message);
    }

    /** What the other side wishes stays. */
    @EventHandler
    void on(WishApartTakenBack fact) {
        rows.write(APART_NO_LONGER, fact.participant().value(), fact.volunteer().value(), fact.by());
    }

    @EventHandler
    void on(ChangeOverdue fact) {
        rows.write(
                OVERDUE,
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                fact.dueBy());
    }

    @EventHandler
    void on(MatchEnded fact, @Timestamp Instant at) {
        rows.write(ENDED, at, fact.reason(), fact.match().value());
        rows.write(ARRANGED, fact.match().value());
    }

    @EventHandler
    void on(MatchRequestClosed fact, @Timestamp Instant at) {
        rows.write(REQUEST_CLOSED, at, fact.match().value());
    }

    private void apart(MatchingEvent fact, VolunteerId volunteer, Side by, boolean walked, EventMessage<?> message) {
        rows.write(
                APART,
                fact.participant().value(),
                volunteer.value(),
                by,
                UUID.fromString(message.getIdentifier()),
                fact.match().value(),
                message.getTimestamp(),
                walked);
    }
}

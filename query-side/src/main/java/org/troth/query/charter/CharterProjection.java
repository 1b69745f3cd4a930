package org.troth.query.charter;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.Side;
import org.troth.events.charter.CharterEvent.CharterAcknowledged;
import org.troth.events.charter.CharterEvent.OutsideRoleDecided;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
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
import org.troth.events.recording.Metadata;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps who has read which version of the charter, both sides of each match that goes on, and what lies outside the role. */
@KeepsRows
final class CharterProjection {

    /** What may be of life and death stands before everything else. */
    private static final String DANGER = "danger";

    private static final Write READ = new Write("charter_stand", """
            insert into charter_stand (id, side, person, version, language, acknowledged_at)
            values (?, 'OWN', ?, ?, ?, ?)
            on conflict (id, side) do update set
                version = excluded.version, language = excluded.language, acknowledged_at = excluded.acknowledged_at
             where charter_stand.version <= excluded.version
            """);

    private static final Write READ_IN_MATCHES = new Write(
            "charter_stand",
            "update charter_stand set version = greatest(version, ?) where person = ? and side <> 'OWN'");

    /** Whoever read the charter before has read it here, too. */
    private static final Write BEGAN = new Write("charter_stand", """
            insert into charter_stand (id, side, person, version, since, since_position)
            select ?::uuid, ?::text, ?::uuid, coalesce(max(own.version), 0), ?::timestamptz, ?::bigint
              from charter_stand own where own.side = 'OWN' and own.id = ?
            on conflict (id, side) do update set
                person = excluded.person, version = excluded.version, since = excluded.since,
                since_position = excluded.since_position
            """);

    private static final Write ENDED = new Write("charter_stand", "delete from charter_stand where id = ?");

    private static final Write SAID = new Write("outside_role", """
            insert into outside_role (id, match, participant, volunteer, kind, rank, said_at, said_position, note)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                kind = excluded.kind, rank = excluded.rank, said_at = excluded.said_at,
                said_position = excluded.said_position, note = excluded.note, decision = null, referral = null,
                decided_by = null, decided_at = null
            """);

    private static final Write DECIDED = new Write(
            "outside_role",
            "update outside_role set decision = ?, referral = ?, decided_by = ?, decided_at = ? where id = ?");

    private final Rows rows;

    CharterProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(CharterAcknowledged fact, @Timestamp Instant at) {
        int version = fact.charter().version();
        rows.write(READ, fact.person(), fact.person(), version, fact.charter().language(), at);
        rows.write(READ_IN_MATCHES, version, fact.person());
    }

    @EventHandler
    void on(OutsideRoleSaid fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                SAID,
                fact.outside().value(),
                fact.match().value(),
                fact.participant().value(),
                fact.volunteer().value(),
                fact.kind(),
                fact.kind().equals(DANGER) ? 0 : 1,
                at,
                Rows.position(token),
                fact.note());
    }

    @EventHandler
    void on(OutsideRoleDecided fact, EventMessage<?> message, @Timestamp Instant at) {
        rows.write(
                DECIDED,
                fact.decision(),
                fact.referral().value(),
                actor(message),
                at,
                fact.outside().value());
    }

    private static @Nullable UUID actor(EventMessage<?> message) {
        Object actor = message.getMetaData().get(Metadata.ACTOR);
        return actor == null ? null : UUID.fromString(actor.toString());
    }

    @EventHandler
    void on(MatchStarted fact, @Timestamp Instant at, TrackingToken token) {
        began(fact, Side.PARTICIPANT, fact.participant().value(), at, token);
        began(fact, Side.VOLUNTEER, fact.volunteer().value(), at, token);
    }

    private void began(MatchStarted fact, Side side, UUID person, Instant at, TrackingToken token) {
        rows.write(BEGAN, fact.match().value(), side, person, at, Rows.position(token), person);
    }

    @EventHandler
    void on(MatchEnded fact) {
        rows.write(ENDED, fact.match().value());
    }

    /** Nobody walks together yet. */
    @EventHandler
    void on(MatchRequested fact) {}

    /** Nobody walks together yet. */
    @EventHandler
    void on(MatchProposed fact) {}

    /** Where both have, the match begins. */
    @EventHandler
    void on(MatchAccepted fact) {}

    /** Nobody walked together. */
    @EventHandler
    void on(MatchDeclined fact) {}

    /** Nobody walked together. */
    @EventHandler
    void on(ProposalTakenBack fact) {}

    /** Whom somebody may be proposed to says nothing of what they read. */
    @EventHandler
    void on(WishApartTakenBack fact) {}

    /** A No changes nothing, and nobody counts it. */
    @EventHandler
    void on(RequestDeclined fact) {}

    /** Nobody walked together. */
    @EventHandler
    void on(MatchRequestClosed fact) {}

    /** Until it is arranged they walk together. */
    @EventHandler
    void on(ChangeAsked fact) {}

    /** Until it is arranged they walk together. */
    @EventHandler
    void on(ChangeOverdue fact) {}

    /** Until it is arranged they walk together. */
    @EventHandler
    void on(SecondContactAsked fact) {}
}

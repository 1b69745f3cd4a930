package org.troth.command.presence;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;

/** The question whether somebody else may come to one meeting. A no is the end of it. */
@Aggregate
class Presence {

    private enum State {
        ASKED,
        AGREED,
        DECLINED
    }

    @AggregateIdentifier
    private PresenceId id;

    // All are set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private MatchId match;

    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private LocalDate day;

    @SuppressWarnings("NullAway.Init")
    private State state;

    Presence() {}

    @CommandHandler
    Presence(AskPresence command, Clock clock) {
        Standing standing = command.standing();
        ParticipantId asked = standing.participant();
        VolunteerId volunteer = standing.volunteer();
        if (!standing.started() || asked == null || volunteer == null) {
            throw PresenceRefused.notMatched();
        }
        notOver(command.day(), clock);
        if (command.day().isAfter(LocalDate.now(clock).plusDays(HouseLaw.PRESENCE_DAYS))) {
            throw PresenceRefused.tooFarAhead();
        }
        apply(new PresenceAsked(
                command.presence(),
                command.match(),
                asked,
                volunteer,
                command.guest(),
                command.day(),
                command.by(),
                HouseLaw.PRESENCE_AHEAD));
    }

    @CommandHandler
    void handle(AgreeToPresence command, Clock clock) {
        if (state == State.DECLINED) {
            throw PresenceRefused.nobodyComes();
        }
        if (state == State.AGREED) {
            throw PresenceRefused.agreedAlready();
        }
        if (!command.standing().started()) {
            throw PresenceRefused.notMatched();
        }
        notOver(day, clock);
        apply(new PresenceAgreed(id, match, participant, HouseLaw.PRESENCE_AGREEING));
    }

    @CommandHandler
    void handle(DeclinePresence command) {
        if (state == State.DECLINED) {
            throw PresenceRefused.nobodyComes();
        }
        apply(new PresenceDeclined(id, match, participant));
    }

    private static void notOver(LocalDate day, Clock clock) {
        if (day.isBefore(LocalDate.now(clock))) {
            throw PresenceRefused.dayOver();
        }
    }

    @EventSourcingHandler
    void on(PresenceAsked fact) {
        id = fact.presence();
        match = fact.match();
        participant = fact.participant();
        day = fact.day();
        state = State.ASKED;
    }

    @EventSourcingHandler
    void on(PresenceAgreed fact) {
        state = State.AGREED;
    }

    @EventSourcingHandler
    void on(PresenceDeclined fact) {
        state = State.DECLINED;
    }
}

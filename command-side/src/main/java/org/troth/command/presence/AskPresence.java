package org.troth.command.presence;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.PresenceId;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.Asker;

/** It is asked whether somebody else may come to the meeting of a day that is not over. */
record AskPresence(
        @TargetAggregateIdentifier PresenceId presence,
        MatchId match,
        Standing standing,
        Guest guest,
        LocalDate day,
        Asker by) {}

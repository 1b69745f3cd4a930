package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.participant.Enrolment;

/** The participant asks for somebody to walk beside them; they are enrolled, and no consent is a condition of it. */
record RequestMatch(
        @TargetAggregateIdentifier MatchId match, ParticipantId participant, Enrolment.Standing enrolment) {}

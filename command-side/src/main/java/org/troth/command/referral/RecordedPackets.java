package org.troth.command.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.PacketsInHand;

/** Answers from a referral's stream whether the agency that it was sent to sits over it. */
@Component
class RecordedPackets implements PacketsInHand {

    private final Streams streams;

    RecordedPackets(Streams streams) {
        this.streams = streams;
    }

    /** Of the referral that this claim was taken for; empty also for a person whose keys were destroyed. */
    Optional<Handed> heldBy(Claim claim) {
        return Handed.of(streams.readHolder(claim)).filter(handed -> !isErased(handed.participant()));
    }

    Optional<Handed> of(ReferralId referral) {
        return Handed.of(streams.read(referral.toString(), 0));
    }

    /**
     * That the support of whom it is about goes on; else refuses. What was opened before the end may be read to its end, and
     * nothing is opened after it.
     */
    Precondition supported(ParticipantId participant) {
        List<RecordedFact> facts = streams.read(participant.toString(), 0);
        if (Enrolment.hasEnded(facts) || isErased(participant)) {
            throw ReferralRefused.supportEnded();
        }
        return new Precondition(participant.toString(), facts.size() - 1L);
    }

    private boolean isErased(ParticipantId participant) {
        return streams.read(KeyEvent.stream(participant.value()), 0).stream()
                .anyMatch(each -> each.fact() instanceof KeyDestroyed);
    }

    @Override
    public InHand of(ReferralId referral, AgencyId agency, Instant now) {
        List<RecordedFact> facts = streams.read(referral.toString(), 0);
        Precondition precondition = new Precondition(referral.toString(), facts.size() - 1L);
        return Handed.of(facts)
                .filter(handed -> handed.isFor(agency))
                .map(handed -> new InHand(
                        handed.stands() && handed.openings().sits(now),
                        handed.participant(),
                        handed.sent().consent(),
                        handed.sent().classes(),
                        precondition))
                .orElseGet(() -> new InHand(false, null, null, Set.of(), precondition));
    }
}

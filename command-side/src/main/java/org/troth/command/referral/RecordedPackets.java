package org.troth.command.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.confidential.DataClass;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
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

    /**
     * That no way to reach the person was marked unsafe since this was sent, where there may be one in it; else refuses. The packet
     * is sealed as it was: no way can be taken out of it, and whoever needs another is sent another.
     */
    List<Precondition> stillSafe(Handed handed) {
        if (!handed.sent().classes().contains(DataClass.CONTACT)) {
            return List.of();
        }
        SamePerson person = SamePerson.of(handed.participant(), streams);
        List<Precondition> all = new ArrayList<>(person.preconditions());
        for (ParticipantId each : person.all()) {
            List<RecordedFact> facts = streams.read(each.toString(), 0);
            for (RecordedFact fact : facts) {
                if (fact.fact() instanceof ContactMarkedUnsafe && fact.position() > handed.sentAt()) {
                    throw ReferralRefused.wayUnsafeSince();
                }
            }
            all.add(new Precondition(each.toString(), facts.size() - 1L));
        }
        return all;
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

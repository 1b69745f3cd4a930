package org.troth.command.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.ReferralDecisions;
import org.troth.events.referral.ReferralEvent.ReferralJudgedNotAppropriate;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/** Answers from a referral's stream what was decided with it. */
@Component
class RecordedDecisions implements ReferralDecisions {

    private final Streams streams;

    RecordedDecisions(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(ReferralId referral) {
        List<RecordedFact> facts = streams.read(referral.toString(), 0);
        @Nullable ParticipantId participant = null;
        @Nullable Taken taken = null;
        long since = -1;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ReferralOffered offered) {
                participant = offered.participant();
                taken = Taken.OFFERED;
                since = each.position();
            } else if (each.fact() instanceof ReferralJudgedNotAppropriate judged) {
                participant = judged.participant();
                taken = Taken.NOT_APPROPRIATE;
                since = each.position();
            } else if (each.fact() instanceof ReferralOfferDeclined) {
                taken = Taken.DECLINED;
            }
        }
        return new Standing(participant, taken, since, new Precondition(referral.toString(), facts.size() - 1L));
    }
}

package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralDecisions.Standing;
import org.troth.events.referral.ReferralDecisions.Taken;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.ReferralJudgedNotAppropriate;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

class TellingDecisionsTest {

    private final MemoryRecord record =
            new MemoryRecord(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
    private final RecordedDecisions decisions = new RecordedDecisions(record);
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final ReferralId id = new ReferralId(UUID.randomUUID());

    private void tell(long sequence, ReferralEvent fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Referral", id.toString(), sequence, fact)));
    }

    private Standing standing(Taken taken, long last) {
        return new Standing(p, taken, 0, new Precondition(id.toString(), last));
    }

    @Test
    void tellsAnOfferAndThatItWasDeclined() {
        tell(
                0,
                new ReferralOffered(
                        id, p, new ServiceId(UUID.randomUUID()), new AgencyId(UUID.randomUUID()), "legal-advice"));
        assertThat(decisions.of(id)).isEqualTo(standing(Taken.OFFERED, 0));
        tell(1, new ReferralOfferDeclined(id, p));
        assertThat(decisions.of(id)).isEqualTo(standing(Taken.DECLINED, 1));
    }

    @Test
    void tellsThatNoneIsRight() {
        tell(0, new ReferralJudgedNotAppropriate(id, p, "legal-advice", "too-early", HouseLaw.REFERRAL_JUDGEMENT));
        assertThat(decisions.of(id)).isEqualTo(standing(Taken.NOT_APPROPRIATE, 0));
    }

    @Test
    void tellsNothingOfWhatIsNoReferral() {
        assertThat(decisions.of(id)).isEqualTo(new Standing(null, null, -1, new Precondition(id.toString(), -1)));
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
        assertThat(decisions.of(new ReferralId(p.value())))
                .isEqualTo(new Standing(null, null, -1, new Precondition(p.toString(), 0)));
    }
}

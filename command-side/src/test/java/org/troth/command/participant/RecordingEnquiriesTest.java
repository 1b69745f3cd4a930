package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.participant.EnquiryInForce.Standing;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class RecordingEnquiriesTest {

    private final ParticipantId id = new ParticipantId(UUID.randomUUID());
    private final String stream = id.toString();
    private final MemoryRecord record = new MemoryRecord(Clock.systemUTC());
    private final RecordedEnquiries enquiries = new RecordedEnquiries(record);

    private void happens(Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", stream, record.lastSequence(stream) + 1, fact)));
    }

    @Test
    void saysUntilWhenAnEnquiryWasNotTakenBackAndForGoodThatItWas() {
        assertThat(enquiries.of(id)).isEqualTo(new Standing(false, new Precondition(stream, -1)));
        happens(new EnquiryReceived(id, "housing", "en", null));
        happens(new ReceiptGiven(id));
        assertThat(enquiries.of(id)).isEqualTo(new Standing(false, new Precondition(stream, 1)));
        happens(new EnquiryWithdrawn(id));
        assertThat(enquiries.of(id)).isEqualTo(new Standing(true, null));
    }

    @Test
    void asksTheRecordOnceOfThoseWhoWereTakenIn() {
        happens(new EnquiryReceived(id, "housing", "en", null));
        Sealed name = new MemorySealing().seal(Words.PARTICIPANT_NAME, id.value(), "a name");
        happens(new IntakeCompleted(id, name, "housing", "en", List.of(), null));
        assertThat(enquiries.of(id)).isEqualTo(new Standing(false, null));
        int asked = record.questions();
        assertThat(enquiries.of(id)).isEqualTo(new Standing(false, null));
        assertThat(record.questions()).isEqualTo(asked);
    }
}

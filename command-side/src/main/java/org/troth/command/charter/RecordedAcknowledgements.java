package org.troth.command.charter;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.charter.CharterAcknowledgements;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.merging.SamePerson;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Streams;

/** Answers from the record who has read the newest charter: each holds a claim of their own to each version they read. */
@Component
class RecordedAcknowledgements implements CharterAcknowledgements {

    private final Charters charters;
    private final Tags tags;
    private final Streams streams;

    RecordedAcknowledgements(Charters charters, Tags tags, Streams streams) {
        this.charters = charters;
        this.tags = tags;
        this.streams = streams;
    }

    /** What an acknowledgement of the newest version takes, so that there is one of each person. */
    Claim claim(UUID person) {
        return new Claim(
                TagKind.CHARTER_ACKNOWLEDGED,
                tags.tag(TagKind.CHARTER_ACKNOWLEDGED, charters.name() + "/" + charters.version() + "/" + person));
    }

    /** Whether a participant has read it, under whichever of their records. */
    boolean acknowledgedByParticipant(UUID participant) {
        return SamePerson.of(new ParticipantId(participant), streams).all().stream()
                .anyMatch(each -> acknowledged(each.value()));
    }

    @Override
    public boolean acknowledged(UUID person) {
        return !streams.readHolder(claim(person)).isEmpty();
    }
}

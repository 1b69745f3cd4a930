package org.troth.command.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.consent.Purpose;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Which questions one record was asked for one purpose: numbered claims, which nobody gives back, so that no view is needed to
 * find them. A question of before there were such claims gets its number with its next answer.
 */
@Component
class AskedConsents {

    private static final int ATTEMPTS = 4;

    private final Tags tags;
    private final Streams streams;

    AskedConsents(Tags tags, Streams streams) {
        this.tags = tags;
        this.streams = streams;
    }

    /** The facts of each, in the order of their numbers. */
    List<List<RecordedFact>> of(ParticipantId participant, Purpose purpose) {
        List<List<RecordedFact>> asked = new ArrayList<>();
        for (int number = 1; ; number++) {
            List<RecordedFact> facts = streams.readHolder(claim(participant, purpose, number));
            if (facts.isEmpty()) {
                return asked;
            }
            asked.add(facts);
        }
    }

    /** Numbers this question, if it is not numbered yet. */
    Unit numbering(Unit unit, ConsentId consent, ParticipantId participant, Purpose purpose) {
        List<List<RecordedFact>> asked = of(participant, purpose);
        boolean numbered =
                asked.stream().anyMatch(each -> each.get(0).aggregateId().equals(consent.toString()));
        return numbered ? unit : unit.taking(claim(participant, purpose, asked.size() + 1));
    }

    /** Once more for whom another question took the number from. */
    static <T> T trying(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (ClaimTaken taken) {
                if (taken.kind() != TagKind.CONSENT_ASKED || attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private Claim claim(ParticipantId participant, Purpose purpose, int number) {
        return new Claim(
                TagKind.CONSENT_ASKED,
                tags.tag(TagKind.CONSENT_ASKED, participant + "/" + purpose.name() + "/" + number));
    }
}

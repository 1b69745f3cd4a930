package org.troth.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.troth.events.ConsentId;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;

/** Fills the record with whole cases, as many facts as wanted, in large units: only the size matters here. */
final class GrownRecord {

    private static final Actor FILLER = Actor.system(UUID.fromString("7e6f0c1e-52f6-4f0e-8b57-0b1f5d7d9a02"));
    private static final int CASES_IN_A_UNIT = 10;
    private static final int CONSENTS = 7;

    private final Recording recording;
    private final Sealer sealer;
    private final List<UUID> participants = new ArrayList<>();

    GrownRecord(Recording recording, Sealer sealer) {
        this.recording = recording;
        this.sealer = sealer;
    }

    /** The people whose cases were made. */
    List<UUID> participants() {
        return participants;
    }

    /** Adds cases until the record has at least this many facts; answers its size. */
    long growTo(long facts) {
        long size = 0;
        while (size < facts) {
            List<NewFact> unit = new ArrayList<>();
            for (int i = 0; i < CASES_IN_A_UNIT; i++) {
                oneCase(unit);
            }
            size = recording.record(new Unit(FILLER, UUID.randomUUID()), unit) + 1;
        }
        return size;
    }

    private void oneCase(List<NewFact> unit) {
        ParticipantId participant = new ParticipantId(UUID.randomUUID());
        UUID owner = participant.value();
        participants.add(owner);
        String id = participant.toString();
        unit.add(new NewFact(
                "Participant",
                id,
                0,
                new EnquiryReceived(
                        participant, "housing", "en", sealer.seal(Words.ENQUIRY_WORDS, owner, "Rent and a letter."))));
        unit.add(new NewFact(
                "Participant",
                id,
                1,
                new IntakeCompleted(
                        participant,
                        sealer.seal(
                                Words.PARTICIPANT_NAME,
                                owner,
                                "Person " + owner.toString().substring(0, 8)),
                        "housing",
                        "en",
                        List.of(),
                        null)));
        unit.add(new NewFact(
                "Participant", id, 2, new ParticipantEnrolled(participant, new Law("troth-base", 1, "enrolment-1"))));
        unit.add(new NewFact(
                "Participant",
                id,
                3,
                new SafeContactChosen(
                        participant,
                        ContactChannel.PHONE,
                        sealer.seal(Words.PARTICIPANT_CONTACT, owner, "0550 000 000"),
                        null)));
        for (int i = 0; i < CONSENTS; i++) {
            ConsentId consent = new ConsentId(UUID.randomUUID());
            unit.add(new NewFact(
                    "Consent",
                    consent.toString(),
                    0,
                    new ConsentAsked(
                            consent,
                            participant,
                            Purpose.SUPPORT,
                            Recipient.programme(),
                            Set.of(DataClass.IDENTITY),
                            new ShownText("support", 1, "en", "0".repeat(64)),
                            null)));
            unit.add(new NewFact(
                    "Consent",
                    consent.toString(),
                    1,
                    new ConsentGiven(consent, participant, new Law("troth-base", 1, "consent-1"))));
        }
    }
}

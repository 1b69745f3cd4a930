package org.troth.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/**
 * Fills a record with cases that are all open and all wait for something, each in another stage, and with names as people have
 * them: what a coordinator's day looks like when there are very many of them.
 */
final class Caseload {

    private static final Actor FILLER = Actor.system(UUID.fromString("7e6f0c1e-52f6-4f0e-8b57-0b1f5d7d9a02"));
    private static final int CASES_IN_A_UNIT = 10;
    private static final Law LAW = new Law("troth-base", 1, "enrolment-1");
    private static final String[] BEGIN = {
        "Al", "Be", "Ca", "Da", "El", "Fa", "Gi", "Ha", "Io", "Ju", "Ka", "Lo", "Ma", "Ni"
    };
    private static final String[] MIDDLE = {"ra", "bo", "vi", "ne", "lu", "sha", "thi", "ko", "me", "da", "ri", "zo"};
    private static final String[] END = {"n", "s", "la", "ne", "th", "d", "m", "ska", "ro", "ty"};

    private final Recording recording;
    private final Sealer sealer;
    private final Random random = new Random(20_261_122);
    private final List<UUID> participants = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Caseload(Recording recording, Sealer sealer) {
        this.recording = recording;
        this.sealer = sealer;
    }

    /** The people whose cases were made. */
    List<UUID> participants() {
        return participants;
    }

    /** What those of them are called who have a name on the record. */
    List<String> names() {
        return names;
    }

    /** Adds this many cases; answers the size of the record. */
    long add(int cases) {
        long size = 0;
        for (int made = 0; made < cases; made += CASES_IN_A_UNIT) {
            List<NewFact> unit = new ArrayList<>();
            for (int i = 0; i < CASES_IN_A_UNIT; i++) {
                oneCase(unit, i);
            }
            size = recording.record(new Unit(FILLER, UUID.randomUUID()), unit) + 1;
        }
        return size;
    }

    /** Of ten: two asked, two were taken in, three wait for somebody, three have a referral that waits for an answer. */
    private void oneCase(List<NewFact> unit, int which) {
        ParticipantId participant = new ParticipantId(UUID.randomUUID());
        UUID owner = participant.value();
        participants.add(owner);
        List<Fact> own = new ArrayList<>();
        own.add(new EnquiryReceived(
                participant, "housing", "en", sealer.seal(Words.ENQUIRY_WORDS, owner, "Rent and a letter.")));
        if (which >= 2) {
            String name = name() + " " + name();
            names.add(name);
            own.add(new IntakeCompleted(
                    participant,
                    sealer.seal(Words.PARTICIPANT_NAME, owner, name),
                    "housing",
                    "en",
                    List.of("court-day"),
                    sealer.seal(Words.INTAKE_NOTE, owner, "Two rooms, three children, one letter.")));
        }
        if (which >= 4) {
            own.add(new ParticipantEnrolled(participant, LAW));
            own.add(new SafeContactChosen(
                    participant,
                    ContactChannel.PHONE,
                    sealer.seal(Words.PARTICIPANT_CONTACT, owner, "0550 000 000"),
                    null));
        }
        stream(unit, "Participant", participant, own);
        if (which >= 4) {
            consents(unit, participant);
            MatchId match = new MatchId(UUID.randomUUID());
            stream(unit, "Match", match, List.of(new MatchRequested(match, participant)));
        }
        if (which >= 7) {
            ReferralId referral = new ReferralId(UUID.randomUUID());
            stream(
                    unit,
                    "Referral",
                    referral,
                    List.of(new ReferralOffered(
                            referral,
                            participant,
                            new ServiceId(UUID.randomUUID()),
                            new AgencyId(UUID.randomUUID()),
                            "court-day")));
        }
    }

    private void consents(List<NewFact> unit, ParticipantId participant) {
        for (Purpose purpose : List.of(Purpose.SUPPORT, Purpose.MATCHING)) {
            ConsentId consent = new ConsentId(UUID.randomUUID());
            stream(
                    unit,
                    "Consent",
                    consent,
                    List.of(
                            new ConsentAsked(
                                    consent,
                                    participant,
                                    purpose,
                                    Recipient.programme(),
                                    Set.of(DataClass.IDENTITY),
                                    new ShownText("support", 1, "en", "0".repeat(64)),
                                    LocalDate.of(2030, 1, 1)),
                            new ConsentGiven(consent, participant, LAW)));
        }
    }

    private static void stream(List<NewFact> unit, String type, Object id, List<Fact> facts) {
        for (int sequence = 0; sequence < facts.size(); sequence++) {
            unit.add(new NewFact(type, id.toString(), sequence, facts.get(sequence)));
        }
    }

    private String name() {
        return of(BEGIN) + of(MIDDLE) + (random.nextBoolean() ? of(MIDDLE) : "") + of(END);
    }

    private String of(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }
}

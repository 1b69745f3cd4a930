package org.troth.command.disclosure;

import static org.troth.events.confidential.DataClass.NARRATIVE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.SaidWords;
import org.troth.events.AccountId;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.participant.EnquiryInForce;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.referral.PacketsInHand;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.volunteer.VolunteerStanding;

/** A gate over a record in memory, two people and a match between them, as a test wants them to stand. */
final class GateHouse {

    static final UUID PARTICIPANT = UUID.randomUUID();
    static final UUID VOLUNTEER = UUID.randomUUID();
    static final MatchId MATCH = new MatchId(UUID.randomUUID());
    static final ReferralId REFERRAL = new ReferralId(UUID.randomUUID());
    static final AgencyId AGENCY = new AgencyId(UUID.randomUUID());
    static final ConsentId CONSENT = new ConsentId(UUID.randomUUID());
    static final ConsentId SUPPORT = new ConsentId(UUID.randomUUID());
    static final UUID REQUEST = UUID.randomUUID();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    static final Actor COORDINATOR = actor(Role.COORDINATOR, null);
    static final Actor AUDITOR = actor(Role.AUDITOR, null);
    static final Actor ADMINISTRATOR = actor(Role.ADMINISTRATOR, null);
    static final Actor HELPED = actor(Role.PARTICIPANT, PARTICIPANT);
    static final Actor WALKS_BESIDE = actor(Role.VOLUNTEER, VOLUNTEER);
    static final Actor ANOTHER_VOLUNTEER = actor(Role.VOLUNTEER, UUID.randomUUID());

    final MemoryRecord record = new MemoryRecord(CLOCK);
    boolean started = true;
    LocalDate lastDay = LocalDate.of(2026, 11, 21);
    private final VolunteerStanding volunteers = (volunteer, day) -> new VolunteerStanding.Standing(
            true,
            !lastDay.isBefore(day),
            1,
            new Precondition(volunteer.toString(), record.lastSequence(volunteer.toString())));
    final List<Runnable> betweenQuestionAndAppend = new ArrayList<>();
    private final MatchInForce matches = match -> {
        MatchInForce.Standing standing = match.equals(MATCH)
                ? new MatchInForce.Standing(
                        started,
                        new ParticipantId(PARTICIPANT),
                        new VolunteerId(VOLUNTEER),
                        new Precondition(match.toString(), record.lastSequence(match.toString())))
                : new MatchInForce.Standing(false, null, null, new Precondition(match.toString(), -1));
        if (!betweenQuestionAndAppend.isEmpty()) {
            betweenQuestionAndAppend.remove(0).run();
        }
        return standing;
    };
    boolean changeOpen = true;
    private final SecondContactChanges changes = match -> new SecondContactChanges.Change(
            changeOpen && match.equals(MATCH),
            new ParticipantId(PARTICIPANT),
            new VolunteerId(VOLUNTEER),
            new Precondition(match.toString(), record.lastSequence(match.toString())));
    boolean takenBack;
    int askedOfEnquiries;
    private final EnquiryInForce enquiries = participant -> {
        askedOfEnquiries++;
        EnquiryInForce.Standing standing = new EnquiryInForce.Standing(
                takenBack, new Precondition(participant.toString(), record.lastSequence(participant.toString())));
        if (!betweenQuestionAndAppend.isEmpty()) {
            betweenQuestionAndAppend.remove(0).run();
        }
        return standing;
    };
    boolean sitting = true;

    @Nullable
    String whyNoConsent;

    private final PacketsInHand packets = (referral, agency, now) -> new PacketsInHand.InHand(
            sitting && referral.equals(REFERRAL) && agency.equals(AGENCY),
            new ParticipantId(PARTICIPANT),
            CONSENT,
            Set.of(DataClass.IDENTITY, DataClass.LEGAL),
            new Precondition(REFERRAL.toString(), record.lastSequence(REFERRAL.toString())));
    private final ConsentInForce consents = new ConsentInForce() {
        @Override
        public Answer covers(
                ConsentId consent,
                ParticipantId participant,
                Purpose purpose,
                Recipient recipient,
                Set<DataClass> classes,
                LocalDate day) {
            boolean theirs = consent.equals(CONSENT)
                    && participant.value().equals(PARTICIPANT)
                    && purpose == Purpose.SHARING
                    && AGENCY.value().equals(recipient.id());
            Answer answer = new Answer(
                    consent,
                    theirs ? whyNoConsent : "It is another's.",
                    new Precondition(CONSENT.toString(), record.lastSequence(CONSENT.toString())));
            if (!betweenQuestionAndAppend.isEmpty()) {
                betweenQuestionAndAppend.remove(0).run();
            }
            return answer;
        }

        @Override
        public Set<DataClass> classesOf(ConsentId consent) {
            return Set.of(DataClass.IDENTITY, DataClass.LEGAL);
        }
    };
    /** What the participant said last about support; at first nothing. */
    final SaidWords words = new SaidWords(record, SUPPORT.toString());

    final Gate gate = new Gate(
            record, new Entitlements(matches, changes, volunteers, enquiries, packets, consents, words, record, CLOCK));

    /** The yes to support is taken back: its stream moves on, and it is the last word. */
    void supportIsTakenBack() {
        words.say(LastWord.Said.TAKEN_BACK);
        String stream = SUPPORT.toString();
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Consent",
                        stream,
                        record.lastSequence(stream) + 1,
                        new ConsentWithdrawn(SUPPORT, new ParticipantId(PARTICIPANT), HouseLaw.CONSENT_WITHDRAWAL))));
    }

    /** There is a referral of the participant to the agency. */
    void somethingIsOffered() {
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Referral",
                        REFERRAL.toString(),
                        record.lastSequence(REFERRAL.toString()) + 1,
                        new ReferralOffered(
                                REFERRAL,
                                new ParticipantId(PARTICIPANT),
                                new ServiceId(UUID.randomUUID()),
                                AGENCY,
                                "housing"))));
    }

    /** Something more happens to that referral. */
    void theReferralMoves(ReferralEvent fact) {
        String stream = REFERRAL.toString();
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact("Referral", stream, record.lastSequence(stream) + 1, fact)));
    }

    /** The consent is taken back: its stream moves on, and it covers nothing. */
    void theConsentIsTakenBack() {
        whyNoConsent = "withdrawn";
        String stream = CONSENT.toString();
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Consent",
                        stream,
                        record.lastSequence(stream) + 1,
                        new ConsentWithdrawn(CONSENT, new ParticipantId(PARTICIPANT), HouseLaw.CONSENT_WITHDRAWAL))));
    }

    void theEnquiryIsTakenBack() {
        takenBack = true;
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Participant",
                        PARTICIPANT.toString(),
                        record.lastSequence(PARTICIPANT.toString()) + 1,
                        new EnquiryWithdrawn(new ParticipantId(PARTICIPANT)))));
    }

    void somethingHappensToTheMatch() {
        String stream = MATCH.toString();
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Match",
                        stream,
                        record.lastSequence(stream) + 1,
                        new MatchRequested(MATCH, new ParticipantId(PARTICIPANT)))));
    }

    static Actor actor(Role role, UUID person) {
        return new Actor(new AccountId(UUID.randomUUID()), Set.of(role), person, 1);
    }

    static Look look(Actor actor, PurposeOfUse purpose, Shown... shown) {
        return new Look(actor, purpose, "/page/{id}", List.of(shown), REQUEST);
    }

    static Shown participant(DataClass... classes) {
        return Shown.participant(PARTICIPANT, Set.of(classes));
    }

    static Shown matchedWords(UUID person, SubjectKind kind, Words... words) {
        return new Shown(person, kind, Set.of(NARRATIVE), Set.of(words), MATCH, null, 1);
    }

    static Shown matched(UUID person, SubjectKind kind, DataClass... classes) {
        return new Shown(person, kind, Set.of(classes), MATCH, null, 1);
    }
}

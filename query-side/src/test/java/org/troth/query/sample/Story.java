package org.troth.query.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.AcknowledgementId;
import org.troth.events.AgencyId;
import org.troth.events.BoundaryId;
import org.troth.events.ConsentId;
import org.troth.events.DisclosureId;
import org.troth.events.EncounterId;
import org.troth.events.Fact;
import org.troth.events.FactorId;
import org.troth.events.GoalId;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.MessageId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.PresenceId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.SheetId;
import org.troth.events.Side;
import org.troth.events.TokenId;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.*;
import org.troth.events.account.Actor;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.*;
import org.troth.events.charter.CharterEvent.CharterAcknowledged;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
import org.troth.events.charter.CharterEvent.ShownCharter;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ConflictEvent.*;
import org.troth.events.consent.ConsentEvent.*;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.DirectoryEvent.*;
import org.troth.events.disclosure.DisclosureEvent.*;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.encounter.EncounterEvent.*;
import org.troth.events.goal.GoalEvent.*;
import org.troth.events.keys.KeyEvent.*;
import org.troth.events.keys.KeyKind;
import org.troth.events.ledger.LedgerEvent.*;
import org.troth.events.matching.MatchingEvent.*;
import org.troth.events.message.MessageEvent;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.MessageEvent.Why;
import org.troth.events.message.Receiver;
import org.troth.events.participant.ParticipantEvent.*;
import org.troth.events.plan.PlanEvent.*;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.*;
import org.troth.events.referral.ReferralEvent.*;
import org.troth.events.sheet.SheetEvent.*;
import org.troth.events.volunteer.VolunteerEvent.*;

/** Tells the lives of many invented people into a feed, an hour between two facts; the same seed tells the same story. */
public final class Story {

    public static final Actor COORDINATOR = actor(1, Role.COORDINATOR, null);
    public static final Actor AUDITOR = actor(2, Role.AUDITOR, null);
    public static final Actor ADMINISTRATOR = actor(3, Role.ADMINISTRATOR, null);
    public static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    public static final Law LAW = new Law("troth-base", 1, "test-1");

    private final FactFeed feed;
    private final Random random;
    private final List<VolunteerId> volunteers = new ArrayList<>();
    private final List<ServiceId> services = new ArrayList<>();
    private final List<ParticipantId> participants = new ArrayList<>();
    private final AgencyId agency;
    private Instant now = BEGIN;

    public Story(FactFeed feed, long seed) {
        this.feed = feed;
        this.random = new Random(seed);
        this.agency = new AgencyId(id());
    }

    private static Actor actor(long number, Role role, @Nullable UUID person) {
        return new Actor(new AccountId(new UUID(0, number)), Set.of(role), person, 0);
    }

    /** Somebody who acts for themselves; without a person, another one of the programme. */
    public static Actor self(Role role, @Nullable UUID person) {
        return actor(person == null ? 4 : person.getMostSignificantBits(), role, person);
    }

    public UUID id() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }

    public Instant now() {
        return now;
    }

    public void later(Duration time) {
        now = now.plus(time);
    }

    public List<ParticipantId> participants() {
        return participants;
    }

    public List<VolunteerId> volunteers() {
        return volunteers;
    }

    public List<ServiceId> services() {
        return services;
    }

    public AgencyId agency() {
        return agency;
    }

    public long tell(Fact fact) {
        now = now.plus(Duration.ofHours(1));
        return feed.add(fact, now);
    }

    /** The same, done by somebody else than the coordinator. */
    public long tell(Fact fact, Actor by) {
        now = now.plus(Duration.ofHours(1));
        return feed.add(fact, now, by);
    }

    /** The programme begins: ledger, directory, accounts. */
    public Story beginning() {
        tell(new LedgerOpened(id(), "troth.test/1", Mode.SIMULATED));
        tell(new SystemKeyRotated(id(), "K_type", 1, 0));
        tell(new AgencyListed(
                agency,
                "a-1",
                "Harbour Law",
                "{\"description\":\"Free advice\",\"website\":\"https://harbour.test\"}",
                "0"));
        for (String status : List.of("active", "inactive")) {
            ServiceId service = new ServiceId(id());
            services.add(service);
            tell(new ServiceListed(
                    service,
                    agency,
                    "s-" + status,
                    "Housing desk " + status,
                    status,
                    LocalDate.of(2026, 1, 2),
                    "{\"description\":\"Evictions\"}",
                    "0"));
        }
        tell(new RecordListed(id(), "taxonomy_term", "t-rent", "Rent", "{\"id\":\"t-rent\",\"name\":\"Rent\"}", "0"));
        tell(new DirectoryImported(id(), "HSDS 3.0", 3, 0, 0));
        AccountId account = new AccountId(id());
        tell(new AccountInvited(
                account, PretendWords.sealed(Words.ACCOUNT_NAME, account.value(), "ada.account"), null, now));
        tell(new RoleGiven(account, Role.COORDINATOR));
        tell(new RoleGiven(account, Role.AUDITOR));
        tell(new RoleTaken(account, Role.AUDITOR));
        tell(new PasswordChosen(account, PretendWords.sealed(Words.ACCOUNT_PASSWORD, account.value(), "verifier")));
        FactorId factor = new FactorId(id());
        tell(new FactorEnrolled(
                account, factor, PretendWords.sealed(Words.ACCOUNT_FACTOR, account.value(), "a key of an app")));
        tell(new RecoveryCodesIssued(account, 10));
        tell(new RecoveryCodeUsed(account));
        FactorId passkey = new FactorId(id());
        for (FactorId each : List.of(passkey, new FactorId(id()))) {
            tell(new PasskeyAdded(
                    account,
                    each,
                    PasskeyPlace.PHONE,
                    PretendWords.sealed(Words.ACCOUNT_PASSKEY, account.value(), "a passkey")));
        }
        tell(new FactorRemoved(account, factor));
        tell(new PasskeyRemoved(account, passkey));
        TokenId token = new TokenId(id());
        tell(new TokenIssued(account, token, now.plus(Duration.ofDays(9))));
        tell(new TokenRevoked(account, token));
        tell(new AccountLocked(account));
        tell(new AccountUnlocked(account));
        tell(new PasswordReset(account, now.plus(Duration.ofDays(1))));
        tell(new AccountLeft(account));
        return this;
    }

    public VolunteerId volunteer(String name, int capacity, String... matters) {
        return volunteer(name, capacity, List.of("en"), matters);
    }

    /** Who knows of housing, and has room. */
    public VolunteerId volunteerSpeaking(String name, String... languages) {
        return volunteer(name, 2, List.of(languages), "housing");
    }

    private VolunteerId volunteer(String name, int capacity, List<String> languages, String... matters) {
        VolunteerId volunteer = new VolunteerId(id());
        volunteers.add(volunteer);
        UUID owner = volunteer.value();
        tell(new KeyCreated(owner, id(), KeyKind.SUBJECT, 0, List.of(), 1));
        tell(new VolunteerRegistered(
                volunteer,
                PretendWords.sealed(Words.VOLUNTEER_NAME, owner, name),
                PretendWords.sealed(Words.VOLUNTEER_CONTACT, owner, "volunteer contact of " + name),
                null,
                List.of(matters),
                languages,
                capacity));
        tell(new VolunteerQualifiedUntil(volunteer, LocalDate.of(2027, 6, 30), LAW));
        return volunteer;
    }

    public ParticipantId enquiry(String matter) {
        ParticipantId participant = new ParticipantId(id());
        participants.add(participant);
        tell(new EnquiryReceived(
                participant,
                matter,
                "en",
                PretendWords.sealed(Words.ENQUIRY_WORDS, participant.value(), "enquiry words")));
        return participant;
    }

    /** Whoever asked holds a code, wrote more and was answered; then took it all back, or showed the code. */
    public void nameless(ParticipantId participant, boolean takenBack) {
        UUID owner = participant.value();
        tell(new ReceiptGiven(participant));
        tell(new EnquiryWordsAdded(participant, PretendWords.sealed(Words.ENQUIRY_WORDS, owner, "words added later")));
        tell(new EnquiryAnswered(participant, PretendWords.sealed(Words.ENQUIRY_ANSWER, owner, "words of an answer")));
        tell(takenBack ? new EnquiryWithdrawn(participant) : new EnquiryRecognised(participant, LAW));
    }

    /** It was weighed that this is the right help; they wait for somebody. */
    public void waits(ParticipantId participant, Urgency urgency) {
        tell(new SuitabilityAssessed(
                participant, Suitability.SUITABLE, "fits-our-work", OtherSupport.SOME, PowerImbalance.FELT, LAW));
        tell(new WaitingListJoined(participant, urgency, urgency == Urgency.URGENT ? "call-today" : null, LAW));
    }

    /** Something was told for the first time, and somebody is named; in part it was done and taken out again. */
    public void aside(ParticipantId participant, String name) {
        for (int number = 1; number <= 2; number++) {
            tell(new FirstTellingHeard(participant, number, Hearer.VOLUNTEER, "talk-again", LAW));
            tell(new OtherPersonNamed(
                    participant,
                    number,
                    PretendWords.sealed(Words.PARTICIPANT_OTHER_PERSON, participant.value(), name + " " + number),
                    "child",
                    "comes-along",
                    LAW));
        }
        tell(new FirstTellingHeard(participant, 3, Hearer.COORDINATOR, null, LAW));
        tell(new FirstTellingStepTaken(participant, 1));
        tell(new OtherPersonTakenOut(participant, 1));
    }

    /** They wish to be asked after the end, from this day on; then support ends. */
    public void ends(ParticipantId participant, LocalDate from) {
        tell(new FollowUpChosen(participant, from, ContactChannel.PHONE, LAW));
        tell(new CaseClosed(participant, "matter-settled", LAW));
    }

    /** Their name was written wrong, and the note said too much. */
    public void putRight(ParticipantId participant, String name) {
        tell(new IntakeCorrected(
                participant,
                "written-wrong",
                PretendWords.sealed(Words.PARTICIPANT_NAME, participant.value(), name),
                "family",
                null,
                List.of("childcare"),
                Wording.TAKEN_AWAY,
                null,
                LAW));
    }

    /** Who they are, which other languages they speak, and what they need to take part; put right where there is a reason. */
    public void around(
            ParticipantId participant, @Nullable String reason, String classes, String access, String... languages) {
        UUID owner = participant.value();
        tell(new ParticipantClassNoted(
                participant, reason, PretendWords.sealed(Words.PARTICIPANT_CLASS, owner, classes), LAW));
        tell(new ParticipantLanguagesNoted(participant, reason, List.of(languages), LAW));
        tell(new ParticipantAccessNoted(
                participant, reason, PretendWords.sealed(Words.PARTICIPANT_ACCESS, owner, access), LAW));
    }

    public void intake(ParticipantId participant, String name) {
        UUID owner = participant.value();
        tell(new IntakeCompleted(
                participant,
                PretendWords.sealed(Words.PARTICIPANT_NAME, owner, name),
                "housing",
                "en",
                List.of("legal-advice", "company"),
                PretendWords.sealed(Words.INTAKE_NOTE, owner, "intake note of " + name)));
        tell(new SafeContactChosen(
                participant,
                ContactChannel.PHONE,
                PretendWords.sealed(Words.PARTICIPANT_CONTACT, owner, "phone of " + name),
                PretendWords.sealed(Words.PARTICIPANT_CONTACT_ADVICE, owner, "mornings only")));
        tell(new SafeContactChosen(
                participant,
                ContactChannel.TEXT_MESSAGE,
                PretendWords.sealed(Words.PARTICIPANT_CONTACT, owner, "first text number of " + name),
                null));
        tell(new SafeContactChosen(
                participant,
                ContactChannel.TEXT_MESSAGE,
                PretendWords.sealed(Words.PARTICIPANT_CONTACT, owner, "text number of " + name),
                null));
    }

    public ParticipantId enrolled(String name) {
        ParticipantId participant = enquiry("housing");
        intake(participant, name);
        tell(new ParticipantEnrolled(participant, LAW));
        return participant;
    }

    public ConsentId consent(ParticipantId participant, Purpose purpose, LocalDate lastDay) {
        ConsentId consent = new ConsentId(id());
        tell(new ConsentAsked(
                consent,
                participant,
                purpose,
                purpose == Purpose.SHARING ? Recipient.agency(agency) : Recipient.programme(),
                Set.of(DataClass.IDENTITY, DataClass.CONTACT),
                new ShownText("consent-" + purpose, 1, "en", "ab"),
                lastDay));
        return consent;
    }

    /** Somebody who is not of age agreed themselves, in words for them. */
    public ConsentId askedYoung(ParticipantId participant) {
        ConsentId consent = new ConsentId(id());
        tell(new ConsentAsked(
                consent,
                participant,
                Purpose.SUPPORT,
                Recipient.programme(),
                Set.of(DataClass.IDENTITY),
                new ShownText("support-young", 1, "en", "ab"),
                null));
        tell(new ConsentGiven(consent, participant, LAW));
        return consent;
    }

    /** The new line of that person's list. */
    public UUID named(UUID person, Side side, Relation relation, String name) {
        UUID entry = id();
        tell(new ConflictNameStated(
                person, side, entry, relation, PretendWords.sealed(Words.CONFLICT_NAME, person, name), LAW));
        return entry;
    }

    public MatchId started(ParticipantId participant, VolunteerId volunteer) {
        MatchId match = new MatchId(id());
        tell(new MatchRequested(match, participant));
        tell(new MatchProposed(match, participant, volunteer, List.of("same-matter"), LAW));
        tell(new MatchAccepted(match, participant, volunteer, Side.VOLUNTEER));
        tell(new MatchAccepted(match, participant, volunteer, Side.PARTICIPANT));
        tell(new MatchStarted(match, participant, volunteer, LAW));
        return match;
    }

    public BoundaryId boundary(MatchId match, ParticipantId participant, VolunteerId volunteer, Side by, String words) {
        BoundaryId boundary = new BoundaryId(id());
        UUID author = by == Side.PARTICIPANT ? participant.value() : volunteer.value();
        tell(new BoundarySet(
                boundary,
                match,
                participant,
                volunteer,
                by,
                author,
                Topic.HOURS,
                PretendWords.sealed(Words.BOUNDARY_WORDS, author, words)));
        return boundary;
    }

    /** A person says with their own account that they have read this version of the charter. */
    public void read(Side side, UUID person, int version) {
        tell(
                new CharterAcknowledged(
                        new AcknowledgementId(id()),
                        side,
                        person,
                        new ShownCharter("volunteer", version, "en", "ef"),
                        LAW),
                self(side == Side.PARTICIPANT ? Role.PARTICIPANT : Role.VOLUNTEER, person));
    }

    /** A volunteer says that this is not their part. */
    public OutsideRoleId outside(MatchId match, ParticipantId participant, VolunteerId volunteer, String kind) {
        OutsideRoleId outside = new OutsideRoleId(id());
        tell(
                new OutsideRoleSaid(
                        outside,
                        match,
                        participant,
                        volunteer,
                        kind,
                        PretendWords.sealed(Words.OUTSIDE_ROLE_NOTE, participant.value(), "note on " + kind)),
                self(Role.VOLUNTEER, volunteer.value()));
        return outside;
    }

    /** Held two hours before it was entered. */
    public EncounterLogged met(MatchId match, ParticipantId participant, VolunteerId volunteer, Found... found) {
        EncounterLogged fact = new EncounterLogged(
                new EncounterId(id()),
                match,
                participant,
                volunteer,
                Writer.VOLUNTEER,
                held(30),
                new Attestation(List.of("drafting"), LAW),
                Stream.of(found).map(each -> new Finding(each, LAW)).toList(),
                PretendWords.sealed(Words.ENCOUNTER_NOTE, participant.value(), "note of the meeting"),
                PretendWords.sealed(Words.ENCOUNTER_REFLECTION, volunteer.value(), "it was heavy for me"),
                LAW);
        tell(fact);
        return fact;
    }

    private Held held(int minutes) {
        return new Held(
                now.minus(Duration.ofHours(1)),
                "Europe/London",
                minutes,
                "in-person",
                List.of("practical", "emotional"),
                List.of("court-day"));
    }

    /** Who else was there; without a question: without a yes beforehand. */
    public void joined(EncounterLogged met, Guest guest, @Nullable PresenceId agreed) {
        tell(new EncounterPresenceNoted(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                Writer.VOLUNTEER,
                met.held(),
                List.of(new Present(guest, agreed)),
                LAW));
    }

    /** A sheet whose review holds so long. */
    public SheetId published(String title, LocalDate reviewBy) {
        SheetId sheet = new SheetId(id());
        published(sheet, 1, title, reviewBy);
        return sheet;
    }

    public void published(SheetId sheet, int version, String title, LocalDate reviewBy) {
        tell(new SheetPublished(
                sheet,
                version,
                title,
                "GB-ENG",
                "en",
                "What " + title + " says in version " + version + ".",
                "ab" + version,
                new Review("solicitor", LocalDate.of(2026, 1, 5), reviewBy),
                LAW));
    }

    public void gave(EncounterLogged met, CitedSheet... sheets) {
        tell(new EncounterSheetsGiven(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                Writer.VOLUNTEER,
                met.held(),
                List.of(sheets),
                LAW));
    }

    /** It is asked whether somebody else may come. */
    public PresenceId asked(
            MatchId match, ParticipantId participant, VolunteerId volunteer, Guest guest, LocalDate day) {
        PresenceId presence = new PresenceId(id());
        tell(new PresenceAsked(presence, match, participant, volunteer, guest, day, Asker.VOLUNTEER, LAW));
        return presence;
    }

    /** Keeps the reflection as it was; note stays too where none is given. */
    public void corrected(EncounterLogged met, int minutes, @Nullable String note) {
        tell(new EncounterCorrected(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                Writer.VOLUNTEER,
                "wrong-length",
                new Held(
                        met.held().at(),
                        met.held().zone(),
                        minutes,
                        met.held().medium(),
                        met.held().support(),
                        met.held().topics()),
                null,
                met.findings(),
                note == null ? Wording.KEPT : Wording.CHANGED,
                note == null
                        ? null
                        : PretendWords.sealed(
                                Words.ENCOUNTER_NOTE, met.participant().value(), note),
                Wording.KEPT,
                null,
                LAW));
    }

    /** The correction that was told just before waits. */
    public void proposed(EncounterLogged met, int version) {
        tell(new EncounterCorrectionProposed(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                Writer.VOLUNTEER,
                version,
                met.held(),
                met.findings(),
                LAW));
    }

    public void approved(EncounterLogged met, int version, int minutes) {
        tell(new EncounterCorrectionApproved(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                version,
                new Held(
                        met.held().at(),
                        met.held().zone(),
                        minutes,
                        met.held().medium(),
                        met.held().support(),
                        met.held().topics()),
                met.findings(),
                LAW));
    }

    public void sentBack(EncounterLogged met, int version) {
        tell(new EncounterCorrectionSentBack(
                met.encounter(),
                met.match(),
                met.participant(),
                met.volunteer(),
                version,
                "right-as-it-was",
                met.held(),
                met.findings(),
                LAW));
    }

    /** Set, and rated twice. */
    public GoalId goal(ParticipantId participant, @Nullable String about, String words, int first, int second) {
        GoalId goal = new GoalId(id());
        Actor self = self(Role.PARTICIPANT, participant.value());
        tell(
                new GoalSet(
                        goal,
                        participant,
                        about,
                        PretendWords.sealed(Words.GOAL_WORDS, participant.value(), words),
                        LAW),
                self);
        tell(new GoalRated(goal, participant, first, LAW), self);
        tell(new GoalRated(goal, participant, second, LAW), self);
        return goal;
    }

    public void reworded(GoalId goal, ParticipantId participant, @Nullable String about, String words) {
        tell(
                new GoalReworded(
                        goal, participant, about, PretendWords.sealed(Words.GOAL_WORDS, participant.value(), words)),
                self(Role.PARTICIPANT, participant.value()));
    }

    public PlanId plan(ParticipantId participant) {
        PlanId plan = new PlanId(id());
        tell(new PlanOpened(plan, participant, LAW));
        return plan;
    }

    /** A section of a plan, worded by this hand. */
    public PlanSectionId section(
            PlanId plan, ParticipantId participant, String discipline, @Nullable MatchId match, Hand by, String words) {
        PlanSectionId section = new PlanSectionId(id());
        tell(new PlanSectionBegun(
                plan,
                participant,
                section,
                discipline,
                match,
                by,
                PretendWords.sealed(Words.PLAN_SECTION, section.value(), words),
                LAW));
        return section;
    }

    public void reworded(PlanId plan, ParticipantId participant, PlanSectionId section, Hand by, String words) {
        tell(new PlanSectionReworded(
                plan, participant, section, by, PretendWords.sealed(Words.PLAN_SECTION, section.value(), words)));
    }

    public PlanStepId step(PlanId plan, ParticipantId participant, PlanSectionId section, Hand doer, String words) {
        PlanStepId step = new PlanStepId(id());
        tell(new PlanStepAdded(
                plan,
                participant,
                section,
                step,
                Hand.COORDINATOR,
                doer,
                LocalDate.of(2026, 7, 9),
                PretendWords.sealed(Words.PLAN_STEP, section.value(), words)));
        return step;
    }

    public ReferralId offered(ParticipantId participant) {
        ReferralId referral = new ReferralId(id());
        tell(new ReferralOffered(referral, participant, services.get(0), agency, "legal-advice"));
        return referral;
    }

    public void sent(ReferralId referral, ParticipantId participant, ConsentId consent) {
        tell(new ReferralSent(
                referral,
                participant,
                agency,
                consent,
                1,
                Set.of(DataClass.IDENTITY),
                PretendWords.sealed(Words.REFERRAL_PACKET, participant.value(), "packet"),
                new Notice("redisclosure", 1, "cd"),
                LAW));
    }

    public void looked(Actor actor, ParticipantId participant, PurposeOfUse purpose, Ground ground, DataClass what) {
        tell(new RecordDisclosed(
                new DisclosureId(id()),
                actor.account(),
                actor.roles().iterator().next(),
                purpose,
                "/participants/{id}",
                participant.value(),
                SubjectKind.PARTICIPANT,
                Set.of(what),
                ground,
                null,
                null,
                null,
                1,
                null));
    }

    /** The agency opens what was sent to it. */
    public void opened(ReferralId referral, ParticipantId participant, ConsentId consent) {
        tell(new RecordDisclosed(
                new DisclosureId(id()),
                new AccountId(agency.value()),
                Role.AGENCY,
                PurposeOfUse.COC,
                "POST /deliveries/opening",
                participant.value(),
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.IDENTITY, DataClass.LEGAL),
                Ground.CONSENT,
                referral.value(),
                consent,
                1L,
                1,
                null));
    }

    public static Receiver to(ParticipantId participant) {
        return new Receiver(Receiver.Kind.PARTICIPANT, participant.value());
    }

    public MessageId due(ParticipantId participant, Occasion occasion) {
        MessageId message = new MessageId(id());
        tell(new MessageQueued(message, to(participant), occasion, id()));
        return message;
    }

    /** The agency could not be told that something was sent to it. */
    public void unheard(ReferralId referral) {
        MessageId message = new MessageId(id());
        Receiver receiver = new Receiver(Receiver.Kind.AGENCY, agency.value());
        tell(new MessageQueued(message, receiver, Occasion.REFERRAL_SENT, referral.value()));
        tell(new MessageWithheld(message, receiver, Why.NO_ADDRESS, LAW));
    }

    public void leaves(MessageId message, ParticipantId participant) {
        tell(new MessageLeaving(
                message,
                to(participant),
                ContactChannel.EMAIL,
                new MessageEvent.Wording("waiting", 1, "en", "ef"),
                3,
                0,
                LAW));
    }

    /** So many whole lives, one after another. */
    public Story lives(int count) {
        Lives lives = new Lives(this, random);
        for (int number = 1; number <= count; number++) {
            lives.tell(number);
        }
        return this;
    }
}

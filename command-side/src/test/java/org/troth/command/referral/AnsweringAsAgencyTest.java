package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.command.referral.AgencyDesk.Caller;
import org.troth.command.referral.AgencyRequest.CannotHelp;
import org.troth.command.referral.AgencyRequest.Lying;
import org.troth.command.referral.AgencyRequest.Opening;
import org.troth.command.referral.AgencyRequest.Result;
import org.troth.command.referral.AgencyRequest.Sitting;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.ServiceListing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.NonAcceptanceExplained;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralSent;

class AnsweringAsAgencyTest {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String NOTHING = ReferralRefused.opensNothing().plain();

    private final Random random = new Random(11);
    private final AtomicLong stopwatch = new AtomicLong();
    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Referral.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MemorySealing sealing = new MemorySealing();
    private final Permits permits = PermitsForTests.of(disclosing, record);
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private final ReferralId id = new ReferralId(UUID.randomUUID());
    private final ConsentInForce consents = new ConsentInForce() {
        @Override
        public Answer covers(
                ConsentId asked,
                ParticipantId participant,
                Purpose purpose,
                Recipient recipient,
                Set<DataClass> classes,
                LocalDate day) {
            assertThat(asked).isEqualTo(consent);
            assertThat(participant).isEqualTo(p);
            assertThat(purpose).isEqualTo(Purpose.SHARING);
            assertThat(recipient.id()).isEqualTo(agency.value());
            long last = record.lastSequence(consent.toString());
            return new Answer(consent, last < 0 ? null : "withdrawn", new Precondition(consent.toString(), last));
        }

        @Override
        public Set<DataClass> classesOf(ConsentId asked) {
            return Set.of(DataClass.IDENTITY, DataClass.NARRATIVE);
        }
    };
    private final Tags tags = (kind, value) -> HexFormat.of().parseHex(new MemoryDigests().sha256(kind + ":" + value));
    private final RecordedPackets packets = new RecordedPackets(record);
    private final OpeningDesk openings = new OpeningDesk(
            new ReferralDesk(
                    house.dispatch(),
                    permits,
                    record,
                    person -> {
                        throw new AssertionError("nobody asks whether they are enrolled");
                    },
                    service -> Optional.<ServiceListing.Listing>empty(),
                    sealing,
                    SaidWords.none()),
            packets,
            consents,
            house.dispatch(),
            permits,
            tags,
            this::letters,
            clock);
    private final AgencyDesk desk = new AgencyDesk(
            house.dispatch(),
            packets,
            consents,
            new AgencyDoor(packets, disclosing, record, new EvenRefusals(stopwatch::get, stopwatch::addAndGet)),
            disclosing,
            sealing,
            sealing,
            tags,
            this::letters,
            clock);

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < 32; at++) {
            letters.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return letters.toString();
    }

    @BeforeEach
    void send() {
        tell(new ReferralOffered(id, p, new ServiceId(UUID.randomUUID()), agency, "court-support"));
        tell(new ReferralSent(
                id,
                p,
                agency,
                consent,
                -1,
                Set.of(DataClass.IDENTITY, DataClass.NARRATIVE),
                sealing.seal(Words.REFERRAL_PACKET, p.value(), "Name: somebody"),
                new Notice("redisclosure", 1, "ab"),
                HouseLaw.REFERRAL_RELEASE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void tell(Fact fact) {
        append("Referral", id.toString(), fact);
    }

    private void takeBackTheConsent() {
        append("Consent", consent.toString(), new ConsentWithdrawn(consent, p, HouseLaw.CONSENT_WITHDRAWAL));
    }

    private void append(String type, String stream, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact(type, stream, record.lastSequence(stream) + 1, fact)));
    }

    private static Caller caller(@Nullable String key) {
        return new Caller(UUID.randomUUID(), key, "192.0.2.1");
    }

    private static Caller caller() {
        return caller(null);
    }

    private AgencyKey make() {
        AgencyKey key = openings.make(People.coordinator(), id).key();
        assertThat(key).isNotNull();
        return key;
    }

    private Opening opening(AgencyKey key) {
        return new Opening(key.fragment(), key.spoken(), letters());
    }

    private Lying open() {
        return desk.open(caller(), opening(make()));
    }

    private void opensNothing(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(ReferralRefused.class).hasMessage(NOTHING);
    }

    @Test
    void showsThePacketAndTheNoticeOnceTheLookIsOnTheRecord() {
        Lying lying = open();
        assertThat(lying.packet()).isEqualTo("Name: somebody");
        assertThat(lying.notice()).isEqualTo(NoticeText.of("redisclosure", 1));
        assertThat(lying.answers()).containsExactly("ACCEPTANCE", "NON_ACCEPTANCE");
        Look look = disclosing.looks().get(0);
        assertThat(look.actor().account().value()).isEqualTo(agency.value());
        assertThat(look.actor().roles()).containsExactly(Role.AGENCY);
        assertThat(look.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.classes())
                    .containsExactlyInAnyOrder(DataClass.IDENTITY, DataClass.NARRATIVE, DataClass.LEGAL);
            assertThat(shown.words()).containsExactly(Words.REFERRAL_PACKET);
            assertThat(shown.consent()).isEqualTo(consent);
            assertThat(shown.referral()).isEqualTo(id);
        });
    }

    @Test
    void begetsOneSittingHoweverOftenTheSameRequestIsSent() {
        Opening opening = opening(make());
        String sitting = desk.open(caller(), opening).sitting();
        assertThat(desk.open(caller(), opening).sitting()).isEqualTo(sitting);
        assertThat(record.facts(AgencySittingBegun.class)).hasSize(1);
        assertThat(disclosing.looks()).hasSize(2);
    }

    /** Even where a program says the same of every request: a sitting belongs to its own opening. */
    @Test
    void sitsOverItsOwnOpeningAloneWhateverTheRequestSays() {
        String same = "a".repeat(32);
        AgencyKey key = make();
        Lying first = desk.open(caller(), new Opening(key.fragment(), key.spoken(), same));
        assertThat(first.sitting()).doesNotContain(same);
        opensNothing(() -> desk.read(caller(), new Sitting(key.number() + "-" + same)));
        AgencyKey next = make();
        Lying second = desk.open(caller(), new Opening(next.fragment(), next.spoken(), same));
        assertThat(second.sitting().substring(2)).isNotEqualTo(first.sitting().substring(2));
        assertThat(record.facts(AgencySittingBegun.class)).hasSize(2);
    }

    @Test
    void opensNothingOnceSupportHasEnded() {
        AgencyKey key = make();
        Lying lying = desk.open(caller(), opening(key));
        AgencyKey unused = make();
        append("Participant", p.toString(), new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING));
        opensNothing(() -> desk.open(caller(), opening(unused)));
        assertThat(disclosing.refusals()).containsExactly("POST /deliveries/opening " + p + " support-ended");
        assertThatThrownBy(this::make)
                .isInstanceOfSatisfying(
                        ReferralRefused.class, e -> assertThat(e.rule()).isEqualTo("support-ended"));
        append("Participant", p.toString(), new CaseReopened(p, HouseLaw.CASE_REOPENING));
        assertThat(desk.open(caller(), opening(unused)).packet()).isEqualTo(lying.packet());
    }

    @Test
    void isRefusedTheSecondTimeWithTheSameLinkAndCode() {
        AgencyKey key = make();
        desk.open(caller(), opening(key));
        opensNothing(() -> desk.open(caller(), opening(key)));
        assertThat(disclosing.refusals()).containsExactly("POST /deliveries/opening " + p + " opening-spent");
    }

    @Test
    void answersEveryKeyThatOpensNothingAlike() {
        AgencyKey key = make();
        opensNothing(() -> desk.open(caller(), new Opening(key.fragment(), "0000 0000 0000", null)));
        opensNothing(() -> desk.open(caller(), new Opening("1-" + letters(), key.spoken(), null)));
        opensNothing(() -> desk.open(caller(), new Opening("no link of ours", "no code", null)));
        assertThat(disclosing.refusals()).isEmpty();
        clock.forward(HouseLaw.OPENING_LASTS);
        opensNothing(() -> desk.open(caller(), opening(key)));
        assertThat(disclosing.refusals()).containsExactly("POST /deliveries/opening " + p + " opening-expired");
    }

    @Test
    void opensNothingASecondAfterTheConsentWasTakenBackThoughNoRecallHasCome() {
        AgencyKey key = make();
        takeBackTheConsent();
        clock.forward(Duration.ofSeconds(1));
        opensNothing(() -> desk.open(caller(), opening(key)));
        assertThat(record.facts(AgencySittingBegun.class)).isEmpty();
        assertThat(disclosing.looks()).isEmpty();
        assertThat(disclosing.refusals()).containsExactly("POST /deliveries/opening " + p + " consent-not-in-force");
    }

    @Test
    void losesThePacketWithinTheSittingWhenTheGateSaysSo() {
        String sitting = open().sitting();
        disclosing.forbidding(true);
        opensNothing(() -> desk.read(caller(), new Sitting(sitting)));
    }

    @Test
    void mayNotAnswerAnyMoreOnceTheConsentWasTakenBack() {
        String sitting = open().sitting();
        takeBackTheConsent();
        opensNothing(() -> desk.accept(caller(), new Sitting(sitting)));
        opensNothing(() -> desk.recordOutcome(caller(), new Result(sitting, "HELPED", null)));
        assertThat(record.facts(ReferralAccepted.class)).isEmpty();
        assertThat(record.facts(ReferralOutcomeRecorded.class)).isEmpty();
        assertThat(disclosing.refusals()).hasSize(2);
    }

    @Test
    void sitsHalfAnHourAndNoLonger() {
        String sitting = open().sitting();
        clock.forward(HouseLaw.SITTING_LASTS.minusSeconds(1));
        assertThat(desk.read(caller(), new Sitting(sitting)).packet()).isEqualTo("Name: somebody");
        clock.forward(Duration.ofSeconds(1));
        opensNothing(() -> desk.read(caller(), new Sitting(sitting)));
    }

    @Test
    void endsTheSittingWithANewOpeningAndWithTheClose() {
        String sitting = open().sitting();
        AgencyKey next = make();
        opensNothing(() -> desk.read(caller(), new Sitting(sitting)));
        String second = desk.open(caller(), opening(next)).sitting();
        opensNothing(() -> desk.read(caller(), new Sitting(sitting)));
        tell(new ReferralClosed(id, p));
        opensNothing(() -> desk.read(caller(), new Sitting(second)));
    }

    @Test
    void isToldApartFromWhatACoordinatorNotes() {
        String sitting = open().sitting();
        desk.accept(caller(), new Sitting(sitting));
        assertThat(record.facts())
                .filteredOn(each -> each.fact() instanceof ReferralAccepted)
                .singleElement()
                .satisfies(each -> assertThat(each.metadata())
                        .containsEntry(Metadata.ACTOR, agency.toString())
                        .containsEntry(Metadata.ROLES, "AGENCY"));
        assertThat(desk.read(caller(), new Sitting(sitting)).answers()).containsExactly("START", "OUTCOME");
    }

    @Test
    void answersOnceAndSaysSoTheSecondTime() {
        String sitting = open().sitting();
        String key = UUID.randomUUID().toString();
        desk.accept(caller(key), new Sitting(sitting));
        desk.accept(caller(key), new Sitting(sitting));
        assertThat(record.facts(ReferralAccepted.class)).hasSize(1);
        assertThatThrownBy(() -> desk.accept(caller(), new Sitting(sitting)))
                .hasMessage(ReferralRefused.alreadyAnswered().plain());
    }

    /** Whoever held a sitting that is dead must not tell it from one that never was, whatever key they send. */
    @Test
    void tellsNothingOfADeadSittingThroughAKey() {
        String sitting = open().sitting();
        String unknown = sitting.substring(0, 2) + "0".repeat(sitting.length() - 2);
        String key = UUID.randomUUID().toString();
        desk.accept(caller(key), new Sitting(sitting));
        clock.forward(HouseLaw.SITTING_LASTS);
        for (String each : List.of(sitting, unknown)) {
            opensNothing(() -> desk.accept(caller(key), new Sitting(each)));
            opensNothing(() -> desk.start(caller(key), new Sitting(each)));
            assertThatThrownBy(() -> desk.accept(caller("no key"), new Sitting(each)))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void tellsNothingThroughAKeyOnceTheConsentWasTakenBack() {
        String sitting = open().sitting();
        String key = UUID.randomUUID().toString();
        desk.accept(caller(key), new Sitting(sitting));
        assertThatThrownBy(() -> desk.start(caller(key), new Sitting(sitting))).isInstanceOf(KeyReused.class);
        takeBackTheConsent();
        opensNothing(() -> desk.accept(caller(key), new Sitting(sitting)));
        opensNothing(() -> desk.start(caller(key), new Sitting(sitting)));
    }

    @Test
    void saysOnceMoreThatANoWasNotedAndNothingElse() {
        String sitting = open().sitting();
        String key = UUID.randomUUID().toString();
        desk.cannotHelp(caller(key), new CannotHelp(sitting, "no-room-now"));
        desk.cannotHelp(caller(key), new CannotHelp(sitting, "no-room-now"));
        assertThat(record.facts(ReferralNotAccepted.class)).hasSize(1);
        opensNothing(() -> desk.accept(caller(key), new Sitting(sitting)));
        opensNothing(() -> desk.accept(caller(), new Sitting(sitting)));
        clock.forward(HouseLaw.SITTING_LASTS);
        opensNothing(() -> desk.cannotHelp(caller(key), new CannotHelp(sitting, "no-room-now")));
    }

    @Test
    void losesThePacketWithANo() {
        String sitting = open().sitting();
        desk.cannotHelp(caller(), new CannotHelp(sitting, "no-room-now"));
        assertThat(record.facts(ReferralNotAccepted.class)).hasSize(1);
        assertThat(record.facts(NonAcceptanceExplained.class))
                .containsExactly(new NonAcceptanceExplained(id, p, "no-room-now"));
        opensNothing(() -> desk.read(caller(), new Sitting(sitting)));
    }

    @Test
    void sealsTheWordsOfAnOutcomeForThePersonItIsAbout() {
        String sitting = open().sitting();
        desk.accept(caller(), new Sitting(sitting));
        desk.recordOutcome(caller(), new Result(sitting, "PARTLY_HELPED", "we wrote a letter"));
        assertThat(record.facts(ReferralOutcomeRecorded.class)).singleElement().satisfies(fact -> {
            assertThat(fact.words()).isNotNull();
            assertThat(fact.words().owner()).isEqualTo(p.value());
            assertThat(MemorySealing.peek(fact.words())).isEqualTo("we wrote a letter");
        });
    }

    @Test
    void getsBackWhatItTypedWhenSomethingWasLeftOut() {
        AgencyForms forms = new AgencyForms(desk, clock);
        String sitting = open().sitting();
        RequestId request = new RequestId(UUID.randomUUID());
        ModelAndView noReason =
                forms.cannotHelp(request, null, new MockHttpServletRequest(), new CannotHelp(sitting, "other words"));
        assertThat(noReason.getModel()).containsEntry("reason", "other words").containsKey("errors");
        desk.accept(caller(), new Sitting(sitting));

        ModelAndView again = forms.recordOutcome(
                request, null, new MockHttpServletRequest(), new Result(sitting, null, "we wrote a letter"));
        assertThat(again.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(again.getModel()).containsEntry("words", "we wrote a letter").containsKey("errors");

        ModelAndView done = forms.recordOutcome(
                request, null, new MockHttpServletRequest(), new Result(sitting, "HELPED", "we wrote a letter"));
        assertThat(done.getModel()).doesNotContainKeys("words", "errors");
    }

    @Test
    void tellsWhatCameOfItOnlyOnceItTookItOn() {
        String sitting = open().sitting();
        assertThatThrownBy(() -> desk.recordOutcome(caller(), new Result(sitting, "HELPED", null)))
                .hasMessage(ReferralRefused.notAccepted().plain());
        assertThat(record.facts(ReferralOutcomeRecorded.class)).isEmpty();
    }

    @Test
    void keepsNoSecretOnTheRecord() {
        AgencyKey key = make();
        String sitting = desk.open(caller(), opening(key)).sitting();
        assertThat(record.facts().toString())
                .doesNotContain(key.link())
                .doesNotContain(key.code())
                .doesNotContain(sitting);
        assertThat(key.toString()).isEqualTo("AgencyKey");
    }

    @Test
    void triesOnlySoOftenFromOnePlace() {
        for (int at = 0; at < AgencyDoor.TRIED_BY_ONE; at++) {
            opensNothing(() -> desk.read(caller(), new Sitting("")));
        }
        assertThatThrownBy(() -> desk.read(caller(), new Sitting(""))).isInstanceOf(TooManyRefusals.class);
    }

    @Test
    void refusesAfterTheSameTimeWhateverTheReason() {
        AgencyKey key = make();
        takeBackTheConsent();
        long before = stopwatch.get();
        opensNothing(() -> desk.open(caller(), opening(key)));
        long known = stopwatch.get() - before;
        opensNothing(() -> desk.open(caller(), new Opening(key.fragment(), "0000 0000 0000", null)));
        assertThat(stopwatch.get() - before - known).isEqualTo(known).isEqualTo(EvenRefusals.AFTER.toNanos());
    }

    @Test
    void isMadeByCoordinatorsAlone() {
        assertThatThrownBy(() -> openings.make(People.participant(p.value()), id))
                .isInstanceOf(NotOnRecord.class);
    }

    private void sendWithContact() {
        tell(new ReferralSent(
                id,
                p,
                agency,
                consent,
                -1,
                Set.of(DataClass.IDENTITY, DataClass.CONTACT),
                sealing.seal(Words.REFERRAL_PACKET, p.value(), "Phone: a number"),
                new Notice("redisclosure", 1, "ab"),
                HouseLaw.REFERRAL_RELEASE));
    }

    /** R8: what was sent while a way was safe is shown to nobody once it is not, in the middle of a sitting too. */
    @Test
    void showsNoPacketThatMayHoldAWayThatWasMarkedUnsafeSince() {
        append("Participant", p.toString(), new ContactMarkedUnsafe(p, ContactChannel.EMAIL));
        sendWithContact();
        Lying lying = open();
        assertThat(lying.packet()).isEqualTo("Phone: a number");
        AgencyKey unused = make();
        Lying again = open();
        append("Participant", p.toString(), new ContactMarkedUnsafe(p, ContactChannel.PHONE));
        opensNothing(() -> desk.open(caller(), opening(unused)));
        opensNothing(() -> desk.read(caller(), new Sitting(again.sitting())));
        assertThat(disclosing.refusals()).contains("POST /deliveries/reading " + p + " way-unsafe-since");
        assertThatThrownBy(this::make).isInstanceOf(ReferralRefused.class).hasMessageContaining("marked unsafe");
    }

    @Test
    void showsWhatHoldsNoWayToReachAnybodyWhateverIsUnsafe() {
        Lying lying = open();
        append("Participant", p.toString(), new ContactMarkedUnsafe(p, ContactChannel.PHONE));
        assertThat(desk.read(caller(), new Sitting(lying.sitting())).packet()).isEqualTo("Name: somebody");
        make();
    }

    /** Else a link that is nobody's would be told apart from one that lives or has lived, by a moment in which nothing can be recorded. */
    @Test
    void answersEveryLinkAlikeWhileNothingCanBeRecorded() {
        AgencyKey dead = make();
        AgencyKey alive = make();
        AgencyKey nobodys = AgencyKey.typed("1-" + letters(), "abcd");
        Lying sitting = desk.open(caller(), opening(alive));
        record.readOnly(true);
        disclosing.unavailable(true);
        for (Runnable act : List.<Runnable>of(
                () -> desk.open(caller(), opening(dead)),
                () -> desk.open(caller(), opening(alive)),
                () -> desk.open(caller(), opening(nobodys)),
                () -> desk.read(caller(), new Sitting(sitting.sitting())),
                () -> desk.read(caller(), new Sitting("1-" + letters())),
                () -> desk.accept(caller(), new Sitting(sitting.sitting())),
                () -> desk.accept(caller(), new Sitting("nothing of ours")))) {
            long before = stopwatch.get();
            assertThatThrownBy(act::run).isInstanceOf(RecordUnavailable.class);
            assertThat(stopwatch.get() - before).isEqualTo(EvenRefusals.AFTER.toNanos());
        }
        record.readOnly(false);
        disclosing.unavailable(false);
        int units = record.facts().size();
        opensNothing(() -> desk.open(caller(), opening(nobodys)));
        opensNothing(() -> desk.open(caller(), opening(dead)));
        assertThat(record.facts()).as("nothing is kept of it").hasSize(units);
    }
}

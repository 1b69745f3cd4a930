package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.command.referral.ReferralRequest.PacketRelease;
import org.troth.command.referral.ReferralRequest.ReferralOffer;
import org.troth.command.referral.ReferralRequest.ReleasePreview;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.directory.ServiceListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralSent;

class ReleasingPacketsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final List<String> BOTH = List.of("IDENTITY", "CONTACT");

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Referral.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MemorySealing sealing = new MemorySealing();
    private final Permits permits = PermitsForTests.of(disclosing, record);
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final ServiceId service = new ServiceId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final Deque<ConsentInForce.Answer> answers = new ArrayDeque<>();
    private final List<Set<DataClass>> askedFor = new java.util.ArrayList<>();

    private final ServiceListing services = id -> java.util.Optional.of(
            new ServiceListing.Listing(id, agency, "Tenancy desk", true, new Precondition(id.toString(), -1)));
    private final AgencyListing agencies = id ->
            java.util.Optional.of(new AgencyListing.Listing(id, "Harbour Advice", new Precondition(id.toString(), -1)));
    private final Enrolment enrolment = id ->
            new Enrolment.Standing(true, true, new Precondition(id.toString(), record.lastSequence(id.toString())));
    private final ReferralDesk desk =
            new ReferralDesk(house.dispatch(), permits, record, enrolment, services, sealing, SaidWords.none());
    private final ConsentInForce consents = new ConsentInForce() {
        @Override
        public Answer covers(
                ConsentId id,
                ParticipantId participant,
                Purpose purpose,
                Recipient recipient,
                Set<DataClass> classes,
                LocalDate day) {
            assertThat(participant).isEqualTo(p);
            assertThat(recipient.id()).isEqualTo(agency.value());
            askedFor.add(classes);
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }

        @Override
        public Set<DataClass> classesOf(ConsentId id) {
            return agreed;
        }
    };
    private final ReleaseDesk release = new ReleaseDesk(
            desk,
            new Drafting(permits, disclosing, sealing, services, record),
            new SharingConsents(new Lookups(JdbcClient.create(new DriverManagerDataSource()))),
            consents,
            agencies,
            new RedisclosureNotice(new MemoryDigests()),
            house.dispatch(),
            permits,
            sealing,
            CLOCK);

    private ReferralId referral = new ReferralId(UUID.randomUUID());
    private long sequence;
    private Set<DataClass> agreed = Set.of(DataClass.IDENTITY);

    @BeforeEach
    void offer() {
        participant(new EnquiryReceived(p, "housing", "en", null));
        participant(new IntakeCompleted(
                p,
                sealing.seal(Words.PARTICIPANT_NAME, p.value(), "Ada of the Quay"),
                "housing",
                "en",
                List.of(),
                sealing.seal(Words.INTAKE_NOTE, p.value(), "lost the flat")));
        contact(ContactChannel.PHONE, "555 0100");
        contact(ContactChannel.EMAIL, "ada@example.org");
        participant(new ContactMarkedUnsafe(p, ContactChannel.PHONE));
        answers.add(answer(null));
        referral = ReferralId.of(
                desk.offer(coordinator, new ReferralOffer(p.toString(), service.toString(), "court-support"))
                        .answer());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void contact(ContactChannel channel, String address) {
        participant(
                new SafeContactChosen(p, channel, sealing.seal(Words.PARTICIPANT_CONTACT, p.value(), address), null));
    }

    private void participant(Fact fact) {
        record("Participant", p.toString(), sequence++, fact);
    }

    private void record(String type, String id, long at, Fact fact) {
        record.record(new Unit(coordinator.actor(), UUID.randomUUID()), List.of(new NewFact(type, id, at, fact)));
    }

    private ConsentInForce.Answer answer(@Nullable String whyNot) {
        return new ConsentInForce.Answer(
                consent, whyNot, new Precondition(consent.toString(), record.lastSequence(consent.toString())));
    }

    private ReleasePreview preview(@Nullable List<String> classes) {
        return preview(classes, null);
    }

    private ReleasePreview preview(@Nullable List<String> classes, @Nullable List<String> ways) {
        return release.preview(coordinator, PurposeOfUse.COC, referral, consent.toString(), classes, ways);
    }

    private void send(ReleasePreview preview) {
        release.release(
                coordinator,
                PurposeOfUse.COC,
                referral,
                new PacketRelease(
                        preview.consent(),
                        preview.classes(),
                        preview.ways().isEmpty() ? null : preview.ways(),
                        Long.toString(preview.previewed())));
    }

    @Test
    void sendsOnlyTheWaysThatWereChosenEachWithItsAdvice() {
        participant(new SafeContactChosen(
                p,
                ContactChannel.POST,
                sealing.seal(Words.PARTICIPANT_CONTACT, p.value(), "4 Quay Road"),
                sealing.seal(Words.PARTICIPANT_CONTACT_ADVICE, p.value(), "no letterhead")));
        assertThat(preview(BOTH).ways()).containsExactly("EMAIL", "POST");

        ReleasePreview byPost = preview(BOTH, List.of("POST"));
        assertThat(byPost.ways()).containsExactly("POST");
        assertThat(byPost.safeWays()).containsExactly("EMAIL", "POST");
        assertThat(byPost.packet()).contains("4 Quay Road", "no letterhead").doesNotContain("ada@example.org");
        assertThat(preview(BOTH, List.of("EMAIL")).packet()).doesNotContain("4 Quay Road", "no letterhead");

        send(byPost);
        assertThat(MemorySealing.peek(record.facts(ReferralSent.class).get(0).packet()))
                .isEqualTo(byPost.packet());
    }

    @Test
    void neverSendsByAnUnsafeWayAlsoWhenItIsAskedForByName() {
        String notSafe = ReferralRefused.wayNotSafe().plain();
        for (String way : List.of("PHONE", "POST")) {
            assertThatThrownBy(() -> preview(BOTH, List.of("EMAIL", way)))
                    .isInstanceOf(ReferralRefused.class)
                    .hasMessage(notSafe);
            assertThatThrownBy(() -> release.release(
                            coordinator,
                            PurposeOfUse.COC,
                            referral,
                            new PacketRelease(consent.toString(), BOTH, List.of(way), "4")))
                    .hasMessage(notSafe);
        }
        assertThat(disclosing.looks()).isEmpty();
        assertThat(record.facts(ReferralSent.class)).isEmpty();
    }

    @Test
    void refusesNoWayForContactAndNoClassAtAll() {
        assertThatThrownBy(() -> preview(BOTH, List.of()))
                .hasMessage(ReferralRefused.waysNeeded().plain());
        assertThatThrownBy(() -> preview(List.of()))
                .hasMessage(ReferralRefused.classesNeeded().plain());
        assertThatThrownBy(() -> release.release(
                        coordinator,
                        PurposeOfUse.COC,
                        referral,
                        new PacketRelease(consent.toString(), List.of(), null, "4")))
                .hasMessage(ReferralRefused.classesNeeded().plain());
    }

    @Test
    void saysNothingOfWaysWhereContactDoesNotLeave() {
        ReleasePreview preview = preview(List.of("IDENTITY"), List.of());
        assertThat(preview.ways()).isEmpty();
        assertThat(preview.safeWays()).isEmpty();
        assertThat(preview.packet()).contains("Ada of the Quay").doesNotContain("ada@example.org");
    }

    @Test
    void takesAnotherChoiceUnderTheSameKeyForAnotherRequest() {
        contact(ContactChannel.POST, "4 Quay Road");
        Asked once = new Asked(
                coordinator.actor(), UUID.randomUUID(), UUID.randomUUID().toString());
        PacketRelease byPost = new PacketRelease(consent.toString(), BOTH, List.of("POST"), "5");
        release.release(once, PurposeOfUse.COC, referral, byPost);
        release.release(once, PurposeOfUse.COC, referral, byPost);
        assertThat(record.facts(ReferralSent.class)).hasSize(1);
        assertThatThrownBy(() -> release.release(
                        once, PurposeOfUse.COC, referral, new PacketRelease(consent.toString(), BOTH, null, "5")))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void drawsThePageAnewWithWhatWasChosenAndSendsExactlyThat() throws Exception {
        participant(new SafeContactChosen(
                p, ContactChannel.POST, sealing.seal(Words.PARTICIPANT_CONTACT, p.value(), "4 Quay Road"), null));
        MockMvc web = Callers.over(coordinator, new ReferralForms(desk, release));
        agreed = Set.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.NARRATIVE);

        Map<String, Object> all = page(web, "/referrals/{id}/release");
        assertThat(values(all, "classChoices")).containsExactly("IDENTITY", "CONTACT", "NARRATIVE");
        assertThat(all.get("chosenClasses")).isEqualTo(List.of("IDENTITY", "CONTACT", "NARRATIVE"));
        assertThat(values(all, "wayChoices")).containsExactly("EMAIL", "POST");
        assertThat(all.get("chosenWays")).isEqualTo(List.of("EMAIL", "POST"));

        Map<String, Object> less = page(
                web, "/referrals/{id}/release?shown=classes&shown=ways&classes=IDENTITY&classes=CONTACT&ways=POST");
        assertThat(values(less, "classChoices")).containsExactly("IDENTITY", "CONTACT", "NARRATIVE");
        assertThat(less.get("chosenWays")).isEqualTo(List.of("POST"));
        ReleasePreview preview = (ReleasePreview) less.get("preview");
        assertThat(preview.packet()).contains("4 Quay Road").doesNotContain("flat", "ada@example.org");

        web.perform(MockMvcRequestBuilders.post("/referrals/{id}/release", referral)
                        .param("consent", preview.consent())
                        .param("classes", preview.classes().toArray(String[]::new))
                        .param("ways", preview.ways().toArray(String[]::new))
                        .param("previewed", Long.toString(preview.previewed())))
                .andExpect(MockMvcResultMatchers.status().isSeeOther());
        assertThat(MemorySealing.peek(record.facts(ReferralSent.class).get(0).packet()))
                .isEqualTo(preview.packet());
    }

    @Test
    void saysBesideTheChoicesThatOneIsNeededAndKeepsThem() throws Exception {
        MockMvc web = Callers.over(coordinator, new ReferralForms(desk, release));
        agreed = Set.of(DataClass.IDENTITY, DataClass.CONTACT);

        Map<String, Object> none = page(web, "/referrals/{id}/release?shown=classes&shown=ways&ways=EMAIL");
        assertThat(none.get("errors"))
                .isEqualTo(Map.of("classes", ReferralRefused.classesNeeded().words()));
        assertThat(none).doesNotContainKey("preview");
        assertThat(values(none, "classChoices")).containsExactly("IDENTITY", "CONTACT");
        assertThat(values(none, "wayChoices")).isEmpty();

        Map<String, Object> noWay = page(web, "/referrals/{id}/release?shown=classes&shown=ways&classes=CONTACT");
        assertThat(noWay.get("errors"))
                .isEqualTo(Map.of("ways", ReferralRefused.waysNeeded().words()));
        assertThat(values(noWay, "wayChoices")).containsExactly("EMAIL");

        // The form had no ways yet: all that are safe are drawn, to choose among.
        assertThat(page(web, "/referrals/{id}/release?shown=classes&classes=CONTACT")
                        .get("chosenWays"))
                .isEqualTo(List.of("EMAIL"));
    }

    private Map<String, Object> page(MockMvc web, String address) throws Exception {
        String joined = address + (address.contains("?") ? "&" : "?") + "consent=" + consent;
        ModelAndView page = web.perform(MockMvcRequestBuilders.get(joined, referral))
                .andReturn()
                .getModelAndView();
        assertThat(page).isNotNull();
        return page.getModel();
    }

    private static List<String> values(Map<String, Object> page, String choices) {
        return ((List<?>) page.get(choices))
                .stream().map(each -> ((Choice) each).value()).toList();
    }

    @Test
    void showsOnlyTheClassesThatAreReleasedAndNoUnsafeChannel() {
        assertThat(preview(BOTH).packet())
                .contains("Name: Ada of the Quay", "E-mail: ada@example.org")
                .doesNotContain("555 0100", "flat", "housing", "court-support");
        assertThat(preview(List.of("NARRATIVE")).packet())
                .contains("Note: lost the flat")
                .doesNotContain("Ada");
        assertThat(preview(List.of("LEGAL")).packet())
                .contains("Kind of matter: housing", "Need: court-support")
                .doesNotContain("Ada");
        assertThat(disclosing.looks())
                .extracting(look -> look.shown().get(0).classes())
                .containsExactly(
                        Set.of(DataClass.IDENTITY, DataClass.CONTACT),
                        Set.of(DataClass.NARRATIVE),
                        Set.of(DataClass.LEGAL));
    }

    @Test
    void sendsNothingForSomebodyWhoseSupportHasEndedUntilItBeginsAgain() {
        ReleasePreview before = preview(BOTH);
        participant(new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING));
        String ended = ReferralRefused.supportEnded().plain();
        assertThatThrownBy(() -> send(before))
                .isInstanceOf(ReferralRefused.class)
                .hasMessage(ended);
        assertThatThrownBy(() -> preview(BOTH))
                .isInstanceOf(ReferralRefused.class)
                .hasMessage(ended);
        assertThat(record.facts(ReferralSent.class)).isEmpty();
        participant(new CaseReopened(p, HouseLaw.CASE_REOPENING));
        send(preview(BOTH));
        assertThat(record.facts(ReferralSent.class)).hasSize(1);
    }

    @Test
    void recordsThatAKindOfMatterIsShownThoughNothingOfItIsSealed() {
        preview(List.of("LEGAL"));
        assertThat(disclosing.looks())
                .singleElement()
                .satisfies(look -> assertThat(look.shown()).singleElement().satisfies(shown -> {
                    assertThat(shown.person()).isEqualTo(p.value());
                    assertThat(shown.words()).isEmpty();
                }));
    }

    @Test
    void releasesAllThatTheConsentWasAskedForWhenNoClassesAreNamed() {
        assertThat(preview(null).classes()).containsExactly("IDENTITY");
        release.release(
                coordinator, PurposeOfUse.COC, referral, new PacketRelease(consent.toString(), null, null, "4"));
        assertThat(record.facts(ReferralSent.class).get(0).classes()).containsExactly(DataClass.IDENTITY);
    }

    @Test
    void sendsExactlyWhatWasPreviewed() {
        ReleasePreview preview = preview(BOTH);
        send(preview);
        ReferralSent sent = record.facts(ReferralSent.class).get(0);
        assertThat(MemorySealing.peek(sent.packet())).isEqualTo(preview.packet());
        assertThat(sent.packet().owner()).isEqualTo(p.value());
        assertThat(sent.classes()).containsExactlyInAnyOrder(DataClass.IDENTITY, DataClass.CONTACT);
        assertThat(sent.notice().sha256()).isEqualTo(new MemoryDigests().sha256(preview.notice()));
        assertThat(askedFor).allMatch(classes -> classes.equals(Set.of(DataClass.IDENTITY, DataClass.CONTACT)));
    }

    @Test
    void refusesWhenTheRecordChangedSinceThePreview() {
        ReleasePreview preview = preview(BOTH);
        participant(new ContactMarkedUnsafe(p, ContactChannel.EMAIL));
        assertThatThrownBy(() -> send(preview))
                .hasMessage(ReferralRefused.changedSincePreview().plain());
        assertThat(record.facts(ReferralSent.class)).isEmpty();
    }

    @Test
    void opensNothingAndRecordsTheRefusalWithoutAConsentInForce() {
        ReleasePreview preview = preview(BOTH);
        int looks = disclosing.looks().size();
        answers.clear();
        answers.add(answer("withdrawn"));

        assertThatThrownBy(() -> send(preview)).hasMessage("This consent was withdrawn.");
        assertThatThrownBy(() -> preview(BOTH)).hasMessage("This consent was withdrawn.");

        assertThat(disclosing.looks()).hasSize(looks);
        assertThat(disclosing.refusals())
                .containsExactly(
                        "POST /referrals/{id}/release " + p + " consent-not-in-force",
                        "GET /referrals/{id}/release " + p + " consent-not-in-force");
    }

    @Test
    void asksTheConsentAgainWhenAWithdrawalWasRecordedInBetween() {
        ReleasePreview preview = preview(BOTH);
        ConsentInForce.Answer before = answer(null);
        // The consent's stream grows after it was asked: the release must not pass on the old answer.
        record("Consent", consent.toString(), 0, new EnquiryReceived(p, "any", "en", null));
        answers.clear();
        answers.add(before);
        answers.add(answer("withdrawn"));

        assertThatThrownBy(() -> send(preview)).hasMessage("This consent was withdrawn.");
        assertThat(record.facts(ReferralSent.class)).isEmpty();
    }

    @Test
    void refusesAPacketThatWouldBeEmpty() {
        assertThatThrownBy(() -> preview(List.of("HEALTH")))
                .hasMessage(ReferralRefused.nothingToSend().plain());
    }

    @Test
    void isForCoordinatorsAndAnswersOthersAsIfThereWereNone() {
        Asked volunteer = People.volunteer(UUID.randomUUID());
        for (ReferralId id : List.of(referral, new ReferralId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> release.preview(volunteer, PurposeOfUse.COC, id, consent.toString(), BOTH, null))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.refusals()).hasSize(2);
    }

    @Test
    void letsTheParticipantDeclineTheOfferThemselvesAndNobodyElse() {
        assertThatThrownBy(() -> desk.decline(People.participant(UUID.randomUUID()), referral))
                .isInstanceOf(NotOnRecord.class);
        desk.decline(People.participant(p.value()), referral);
        assertThatThrownBy(() -> send(preview(BOTH)))
                .hasMessage(ReferralRefused.declinedByParticipant().plain());
    }

    @Test
    void sendsWhatHoldsAfterACorrectionAndNothingOfWhatStoodBefore() {
        participant(new IntakeCorrected(
                p,
                "written-wrong",
                sealing.seal(Words.PARTICIPANT_NAME, p.value(), "Adaeze of the Quay"),
                "family",
                null,
                null,
                Wording.TAKEN_AWAY,
                null,
                HouseLaw.INTAKE_CORRECTION));
        assertThat(preview(List.of("IDENTITY", "LEGAL", "NARRATIVE")).packet())
                .contains("Adaeze of the Quay", "family")
                .doesNotContain("Ada of the Quay", "lost the flat", "housing");
    }
}

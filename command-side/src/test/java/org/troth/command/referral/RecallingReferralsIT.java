package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.troth.command.dispatch.Lookups;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallingReferralsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final Lookups lookups;
    private final MemoryHouse house = MemoryHouse.of(CLOCK, Referral.class);
    private final MemoryRecord record = house.record();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final TestDatabase database;

    RecallingReferralsIT(TestDatabase database) {
        this.database = database;
        this.lookups = new Lookups(JdbcClient.create(database.application()));
    }

    @BeforeAll
    void migrate() {
        database.migrate("lookups", "classpath:db/lookups");
    }

    @AfterEach
    void available() {
        record.unavailable(false);
    }

    private EndReferralWhenConsentWithdrawn reaction() {
        return new EndReferralWhenConsentWithdrawn(lookups, record, house.dispatch());
    }

    private ReferralSent sentOn(ConsentId consent) {
        ReferralId id = new ReferralId(UUID.randomUUID());
        ReferralSent sent = new ReferralSent(
                id,
                p,
                agency,
                consent,
                1,
                Set.of(DataClass.IDENTITY),
                new MemorySealing().seal(Words.REFERRAL_PACKET, p.value(), "a packet"),
                new Notice("redisclosure", 1, "ab"),
                HouseLaw.REFERRAL_RELEASE);
        add(id, 0, new ReferralOffered(id, p, new ServiceId(UUID.randomUUID()), agency, "court-support"));
        add(id, 1, sent);
        reaction().on(sent, UUID.randomUUID().toString());
        return sent;
    }

    private void add(ReferralId id, long sequence, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Referral", id.toString(), sequence, fact)));
    }

    private ConsentWithdrawn withdrawn(ConsentId consent) {
        return new ConsentWithdrawn(consent, p, HouseLaw.CONSENT_WITHDRAWAL);
    }

    private List<ReferralId> recalledOn(ConsentId consent) {
        return record.facts(ReferralRecalled.class).stream()
                .filter(each -> each.consent().equals(consent))
                .map(ReferralRecalled::referral)
                .toList();
    }

    @Test
    void callsBackEveryReferralThatRestsOnTheConsentAndNoOther() {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        ReferralSent one = sentOn(consent);
        ReferralSent two = sentOn(consent);
        sentOn(new ConsentId(UUID.randomUUID()));
        add(two.referral(), 2, new ReferralClosed(two.referral(), p));

        UUID cause = UUID.randomUUID();
        reaction().on(withdrawn(consent), cause.toString());

        assertThat(recalledOn(consent)).containsExactlyInAnyOrder(one.referral(), two.referral());
        assertThat(record.read(one.referral().toString(), 2).get(0).metadata())
                .containsEntry(Metadata.CAUSE, cause.toString())
                .containsEntry(Metadata.ROLES, "SYSTEM");
    }

    @Test
    void doesItOnceHoweverOftenTheFactArrives() {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        ReferralSent sent = sentOn(consent);
        reaction().on(sent, UUID.randomUUID().toString());
        String cause = UUID.randomUUID().toString();
        reaction().on(withdrawn(consent), cause);
        reaction().on(withdrawn(consent), cause);
        reaction().on(withdrawn(consent), UUID.randomUUID().toString());
        assertThat(recalledOn(consent)).containsExactly(sent.referral());
    }

    @Test
    void callsBackAtOnceWhenItLearnsOfTheSendingAfterTheWithdrawal() {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Consent", consent.toString(), 0, withdrawn(consent))));
        ReferralSent sent = sentOn(consent);
        reaction().on(withdrawn(consent), UUID.randomUUID().toString());
        assertThat(recalledOn(consent)).containsExactly(sent.referral());
    }

    @Test
    void callsBackWhatAGuardianTakesBackAndNothingThatLeftLater() {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        ReferralSent before = sentOn(consent);
        EndReferralWhenConsentWithdrawn reaction = reaction();
        reaction.on(before, UUID.randomUUID().toString());
        reaction.on(
                new GuardianObjected(p, consent, 1, HouseLaw.YOUTH_BOTH),
                UUID.randomUUID().toString());
        ReferralSent later = sentOn(consent);
        reaction.on(later, UUID.randomUUID().toString());
        assertThat(recalledOn(consent)).containsExactly(before.referral());
    }

    @Test
    void isTriedAgainWhenItCannotRemember() {
        Lookups broken = new Lookups(JdbcClient.create(new DriverManagerDataSource("jdbc:none:none")));
        EndReferralWhenConsentWithdrawn reaction =
                new EndReferralWhenConsentWithdrawn(broken, record, house.dispatch());
        assertThatThrownBy(() -> reaction.on(
                        withdrawn(new ConsentId(UUID.randomUUID())),
                        UUID.randomUUID().toString()))
                .isInstanceOf(RecordUnavailable.class);
    }

    @Test
    void failsLoudlyWhenNothingCanBeRecordedSoThatItIsTriedAgain() {
        ConsentId consent = new ConsentId(UUID.randomUUID());
        ReferralSent sent = sentOn(consent);
        String cause = UUID.randomUUID().toString();
        record.unavailable(true);
        assertThatThrownBy(() -> reaction().on(withdrawn(consent), cause)).isInstanceOf(RecordUnavailable.class);
        record.unavailable(false);
        reaction().on(withdrawn(consent), cause);
        assertThat(recalledOn(consent)).containsExactly(sent.referral());
    }

    @Test
    void remembersWhichConsentsToPassSomethingOnWereAsked() {
        SharingConsents candidates = new SharingConsents(lookups);
        ConsentId first = new ConsentId(UUID.randomUUID());
        ConsentId second = new ConsentId(UUID.randomUUID());
        ConsentAsked asked = asked(first, Purpose.SHARING, Recipient.agency(agency));
        candidates.on(asked);
        candidates.on(asked);
        candidates.on(asked(second, Purpose.SHARING, Recipient.agency(agency)));
        candidates.on(asked(new ConsentId(UUID.randomUUID()), Purpose.SUPPORT, Recipient.programme()));
        assertThat(candidates.of(p, agency))
                .extracting(SharingConsents.Candidate::consent)
                .containsExactly(second, first);
        assertThat(candidates.of(p, agency).get(0).classes()).containsExactly(DataClass.IDENTITY, DataClass.CONTACT);
    }

    private ConsentAsked asked(ConsentId consent, Purpose purpose, Recipient recipient) {
        return new ConsentAsked(
                consent,
                p,
                purpose,
                recipient,
                Set.of(DataClass.IDENTITY, DataClass.CONTACT),
                new ShownText("sharing", 1, "en", "ab"),
                null);
    }
}

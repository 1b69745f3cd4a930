package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralUnanswered;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class LookingForAnswersIT {

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Referral.class);
    private final MemoryRecord record = house.record();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final RememberAnswersDue memory;
    private final NoteUnansweredReferrals sweep;
    private final NoteUnansweredReferrals otherNode;

    LookingForAnswersIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        Lookups remembered = new Lookups(JdbcClient.create(database.application()));
        memory = new RememberAnswersDue(remembered, ZoneOffset.UTC);
        sweep = new NoteUnansweredReferrals(remembered, house.dispatch(), clock);
        otherNode = new NoteUnansweredReferrals(remembered, house.dispatch(), clock);
    }

    private ReferralId sent() {
        ReferralId id = new ReferralId(UUID.randomUUID());
        add(id, new ReferralOffered(id, p, new ServiceId(UUID.randomUUID()), agency, "housing"));
        ReferralSent sent = new ReferralSent(
                id,
                p,
                agency,
                new ConsentId(UUID.randomUUID()),
                1,
                Set.of(DataClass.IDENTITY),
                new MemorySealing().seal(Words.REFERRAL_PACKET, p.value(), "a packet"),
                new Notice("redisclosure", 1, "ab"),
                HouseLaw.REFERRAL_RELEASE);
        add(id, sent);
        memory.on(sent, clock.instant());
        memory.on(sent, clock.instant());
        return id;
    }

    private void add(ReferralId id, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Referral", id.toString(), record.lastSequence(id.toString()) + 1, fact)));
    }

    @Test
    void notesOnceWhatNobodyAnsweredByItsDayWhateverNodeLooks() {
        ReferralId unanswered = sent();
        ReferralId answered = sent();
        ReferralAccepted answer = new ReferralAccepted(answered, p);
        add(answered, answer);
        memory.on(answer);
        ReferralId lagging = sent();
        add(lagging, new ReferralAccepted(lagging, p));
        clock.forward(Duration.ofDays(HouseLaw.ANSWER_DAYS));
        sent();
        assertThat(sweep.noteUnanswered()).isZero();

        clock.forward(Duration.ofDays(1));
        assertThat(sweep.noteUnanswered()).isEqualTo(1);
        ReferralUnanswered noted =
                new ReferralUnanswered(unanswered, p, agency, LocalDate.of(2026, 12, 1), HouseLaw.REFERRAL_UNANSWERED);
        assertThat(record.facts(ReferralUnanswered.class)).containsExactly(noted);

        // The memory of it lags behind, and the other node looks: nothing is noted twice.
        assertThat(otherNode.noteUnanswered()).isZero();
        memory.on(noted);
        assertThat(sweep.noteUnanswered()).isZero();
        assertThat(record.facts(ReferralUnanswered.class)).hasSize(1);
    }
}

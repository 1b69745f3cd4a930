package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

class DecliningUnderOtherRecordsTest {

    private final MemoryHouse house =
            MemoryHouse.of(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC), Referral.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final ReferralDesk desk = new ReferralDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            record,
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), -1)),
            service -> Optional.empty(),
            new MemorySealing(),
            SaidWords.none());
    private final ReferralId id = new ReferralId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final ParticipantId before = new ParticipantId(UUID.randomUUID());
    private final Asked themselves = People.participant(before.value());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isOnlyForWhoeverStillIsThatPersonWhenItIsRecorded() {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact(
                        "Referral",
                        id.toString(),
                        0,
                        new ReferralOffered(
                                id,
                                p,
                                new ServiceId(UUID.randomUUID()),
                                new AgencyId(UUID.randomUUID()),
                                "court-support"))));
        JoinedRecords joined = new JoinedRecords(record, before, p);
        record.meanwhile(joined::part);

        assertThatThrownBy(() -> desk.decline(themselves, id)).isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(ReferralOfferDeclined.class)).isEmpty();
        assertThat(disclosing.refusals()).hasSize(1);

        joined.join();
        desk.decline(themselves, id);
        assertThat(record.facts(ReferralOfferDeclined.class)).hasSize(1);
    }
}

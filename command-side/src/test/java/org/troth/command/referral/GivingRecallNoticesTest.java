package org.troth.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemorySealing;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;

class GivingRecallNoticesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private final AggregateTestFixture<Referral> fixture = Fixtures.referral();
    private final RecallNotice published = new RecallNotice(new MemoryDigests());
    private final ReferralId id = new ReferralId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private final ReferralOffered offered =
            new ReferralOffered(id, p, new ServiceId(UUID.randomUUID()), agency, "court-support");
    private final ReferralSent sent = new ReferralSent(
            id,
            p,
            agency,
            consent,
            1,
            Set.of(DataClass.IDENTITY),
            new MemorySealing().seal(Words.REFERRAL_PACKET, p.value(), "a packet"),
            new Notice("redisclosure", 1, "ab"),
            HouseLaw.REFERRAL_RELEASE);
    private final ReferralRecalled recalled = new ReferralRecalled(id, p, consent);
    private final GiveRecallNotice give = new GiveRecallNotice(id, published.notice(), "letter", DAY);
    private final RecallNoticeGiven given =
            new RecallNoticeGiven(id, p, agency, published.notice(), "letter", DAY, HouseLaw.REFERRAL_RECALL);

    @Test
    void isNotedOnceAfterTheRecallAndAlsoWhenTheReferralIsClosed() {
        fixture.given(offered, sent, recalled).when(give).expectEvents(given);
        fixture.given(offered, sent, recalled, new ReferralClosed(id, p))
                .when(give)
                .expectEvents(given);
        refused(fixture.given(offered, sent, recalled, given).when(give), ReferralRefused.alreadyTold());
    }

    @Test
    void isForNothingThatWasNotRecalled() {
        refused(fixture.given(offered).when(give), ReferralRefused.notRecalled());
        refused(fixture.given(offered, sent).when(give), ReferralRefused.notRecalled());
    }

    @Test
    void neverBlocksTheClosing() {
        fixture.given(offered, sent, recalled).when(new CloseReferral(id)).expectEvents(new ReferralClosed(id, p));
    }

    @Test
    void saysWhatToDoAndHoldsNoPlaceForAnythingAboutAPerson() {
        assertThat(published.text())
                .contains("has now taken back their consent", "stop using", "Delete it")
                .doesNotContain("{", "%", "$");
        assertThat(published.notice().sha256()).isEqualTo(new MemoryDigests().sha256(published.text()));
    }

    private static void refused(ResultValidator<Referral> result, ReferralRefused refusal) {
        result.expectNoEvents().expectException(ReferralRefused.class).expectExceptionMessage(refusal.plain());
    }
}

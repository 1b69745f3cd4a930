package org.troth.command.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.command.law.HouseLaw;
import org.troth.events.ReferralId;
import org.troth.events.recording.Remembering;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralUnanswered;

/** Remembers by which day an agency is to answer, so that nobody need read every stream to see it pass. */
@Component
@ProcessingGroup("reactions")
class RememberAnswersDue implements Remembering {

    private final Lookups lookups;
    private final ZoneId zone;

    RememberAnswersDue(Lookups lookups, ZoneId zone) {
        this.lookups = lookups;
        this.zone = zone;
    }

    @EventHandler
    void on(ReferralSent fact, @Timestamp Instant at) {
        lookups.run(client -> client.sql("""
                        insert into lookups.answer_due (referral, due_by) values (:referral, :dueBy)
                        on conflict (referral) do nothing""")
                .param("referral", fact.referral().value())
                .param("dueBy", HouseLaw.answerDueBy(LocalDate.ofInstant(at, zone)))
                .update());
    }

    @EventHandler
    void on(ReferralAccepted fact) {
        forget(fact.referral());
    }

    @EventHandler
    void on(ReferralNotAccepted fact) {
        forget(fact.referral());
    }

    @EventHandler
    void on(ReferralOutcomeRecorded fact) {
        forget(fact.referral());
    }

    @EventHandler
    void on(ReferralRecalled fact) {
        forget(fact.referral());
    }

    @EventHandler
    void on(ReferralUnanswered fact) {
        forget(fact.referral());
    }

    @EventHandler
    void on(ReferralClosed fact) {
        forget(fact.referral());
    }

    private void forget(ReferralId referral) {
        lookups.run(client -> client.sql("delete from lookups.answer_due where referral = :referral")
                .param("referral", referral.value())
                .update());
    }
}

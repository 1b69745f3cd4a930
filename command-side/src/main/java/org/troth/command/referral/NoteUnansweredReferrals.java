package org.troth.command.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.Round;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.referral.UnansweredReferrals;

/**
 * Notes every referral that was not answered by its day. Which ones is looked up; whether it is so, the referral itself
 * decides, so that a late or repeated look-up, or a second node that looks at the same time, does nothing wrong.
 */
@Component
class NoteUnansweredReferrals implements UnansweredReferrals {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("8a4b7c1e-2d0f-4e63-b1a9-5c7e9d3f6b04"));

    private final Lookups lookups;
    private final Round round;
    private final Clock clock;

    NoteUnansweredReferrals(Lookups lookups, Dispatch dispatch, Clock clock) {
        this.lookups = lookups;
        round = new Round(dispatch, SYSTEM, "note unanswered referral");
        this.clock = clock;
    }

    @Override
    public int noteUnanswered() {
        return round.over(passed(), NoteUnanswered::new);
    }

    private List<ReferralId> passed() {
        return lookups.run(client -> client.sql(
                        "select referral from lookups.answer_due where due_by < :today order by due_by, referral")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new ReferralId(row.getObject("referral", UUID.class)))
                .list());
    }
}

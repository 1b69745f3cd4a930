package org.troth.command.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.What;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Unit;
import org.troth.events.referral.UnansweredReferrals;

/**
 * Notes every referral that was not answered by its day. Which ones is looked up; whether it is so, the referral itself
 * decides, so that a late or repeated look-up, or a second node that looks at the same time, does nothing wrong.
 */
@Component
class NoteUnansweredReferrals implements UnansweredReferrals {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("8a4b7c1e-2d0f-4e63-b1a9-5c7e9d3f6b04"));

    private final Lookups lookups;
    private final Dispatch dispatch;
    private final Clock clock;

    NoteUnansweredReferrals(Lookups lookups, Dispatch dispatch, Clock clock) {
        this.lookups = lookups;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public int noteUnanswered() {
        int noted = 0;
        for (ReferralId referral : passed()) {
            if (noted(referral)) {
                noted++;
            }
        }
        return noted;
    }

    private List<ReferralId> passed() {
        return lookups.run(client -> client.sql(
                        "select referral from lookups.answer_due where due_by < :today order by due_by, referral")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new ReferralId(row.getObject("referral", UUID.class)))
                .list());
    }

    private boolean noted(ReferralId referral) {
        UUID request = UUID.randomUUID();
        try {
            dispatch.act(
                    SYSTEM,
                    request,
                    null,
                    What.of("note unanswered referral", referral),
                    () -> new Intent(new NoteUnanswered(referral), new Unit(SYSTEM, request), referral.toString()));
            return true;
        } catch (ReferralRefused | Overtaken answeredMeanwhile) {
            // It was answered or noted since it was looked up; the next round looks again.
            return false;
        }
    }
}

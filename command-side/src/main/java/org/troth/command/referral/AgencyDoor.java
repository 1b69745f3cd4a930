package org.troth.command.referral;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddressThrottle;
import org.troth.command.referral.AgencyDesk.Caller;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;

/**
 * Lets in who holds real secrets. Whoever comes with something that opens nothing gets one answer after one time, whatever the
 * reason is; where the secrets were real, the reason is on the record.
 */
@Component
final class AgencyDoor {

    static final int TRIED_BY_ONE = 60;
    static final int TRIED_BY_ALL = 1200;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final RecordedPackets packets;
    private final Disclosing disclosing;
    private final EvenRefusals refusals;
    private final AddressThrottle throttle = new AddressThrottle(TRIED_BY_ONE, TRIED_BY_ALL, WINDOW, System::nanoTime);

    AgencyDoor(RecordedPackets packets, Disclosing disclosing, EvenRefusals refusals) {
        this.packets = packets;
        this.disclosing = disclosing;
        this.refusals = refusals;
    }

    /** Right and wrong secrets count alike. */
    void count(Caller caller) {
        throttle.pass(caller.address());
    }

    /** Acts for whoever holds these secrets; whatever says no to them is recorded by its reason and answered without it. */
    <T> T admitted(Caller caller, String route, Claim claim, Function<Handed, T> act) {
        return refusals.evenly(() -> {
            Handed handed = packets.heldBy(claim).orElseThrow(ReferralRefused::opensNothing);
            return tellingNothing(caller, route, handed, () -> act.apply(handed));
        });
    }

    private <T> T tellingNothing(Caller caller, String route, Handed handed, Supplier<T> act) {
        try {
            return act.get();
        } catch (ReferralRefused refused) {
            if (refused.isAboutTheirAnswer()) {
                throw refused;
            }
            record(caller, route, handed, refused.rule());
            throw ReferralRefused.opensNothing();
        } catch (LookForbidden | TooManyRefusals recorded) {
            throw ReferralRefused.opensNothing();
        } catch (Overtaken | ClaimTaken meanwhile) {
            record(caller, route, handed, "overtaken");
            throw ReferralRefused.opensNothing();
        } catch (Unreadable unreadable) {
            if (unreadable.why() != Unreadable.Why.ERASED) {
                throw unreadable;
            }
            throw ReferralRefused.opensNothing();
        }
    }

    private void record(Caller caller, String route, Handed handed, String rule) {
        try {
            disclosing.refused(handed.agency(), route, handed.participant().value(), rule, caller.request());
        } catch (TooManyRefusals often) {
            // One more on the record would say nothing more; and to answer that it was too often would say it was real.
        }
    }
}

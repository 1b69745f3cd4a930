package org.troth.command.referral;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddressThrottle;
import org.troth.command.referral.AgencyDesk.Caller;
import org.troth.events.account.Actor;
import org.troth.events.confidential.Unreadable;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;

/**
 * Lets in who holds real secrets. Whoever comes with something that opens nothing gets one answer after one time, whatever the
 * reason is; where the secrets were real, the reason is on the record.
 */
@Component
final class AgencyDoor {

    static final int TRIED_BY_ONE = 60;
    static final int TRIED_BY_ALL = 1200;

    /** Whoever is nobody here asks nothing of the record but whether it takes anything in. */
    private static final Actor NOBODY = Actor.system(UUID.fromString("5c1ec606-89a1-4487-9bb8-be48eed0783a"));

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final RecordedPackets packets;
    private final Disclosing disclosing;
    private final Recording recording;
    private final EvenRefusals refusals;
    private final AddressThrottle throttle = new AddressThrottle(TRIED_BY_ONE, TRIED_BY_ALL, WINDOW, System::nanoTime);

    AgencyDoor(RecordedPackets packets, Disclosing disclosing, Recording recording, EvenRefusals refusals) {
        this.packets = packets;
        this.disclosing = disclosing;
        this.recording = recording;
        this.refusals = refusals;
    }

    /** Right and wrong secrets count alike. */
    void count(Caller caller) {
        throttle.pass(caller.address());
    }

    /** Acts for whoever holds these secrets; whatever says no to them is recorded by its reason and answered without it. */
    <T> T admitted(Caller caller, String route, Claim claim, Function<Handed, T> act) {
        return refusals.evenly(() -> {
            Handed handed = packets.heldBy(claim).orElse(null);
            if (handed == null) {
                throw asIfRecorded(caller);
            }
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
        } catch (LookForbidden recorded) {
            throw ReferralRefused.opensNothing();
        } catch (TooManyRefusals often) {
            throw asIfRecorded(caller);
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
            mustTakeIn(caller);
        }
    }

    /** Of what is not recorded nothing is kept; but where nothing can be recorded, it is not answered either, as nothing else is. */
    private ReferralRefused asIfRecorded(Caller caller) {
        mustTakeIn(caller);
        return ReferralRefused.opensNothing();
    }

    /** Throws what every record throws that cannot be made: else an answer would say that these secrets never were anybody's. */
    private void mustTakeIn(Caller caller) {
        recording.record(new Unit(NOBODY, caller.request()), List.of());
    }
}

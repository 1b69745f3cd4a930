package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.DecidingAloneEnded;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells what happened about young people and their guardians. The day, the grounds and who a guardian is are for the case alone. */
@KeepsRows
final class YouthChronicleProjection {

    private final Chronicle chronicle;

    YouthChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(MinorityNoted fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(MinorityNoteTakenBack fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(CameOfAge fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(DecidingAloneBegun fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(DecidingAloneEnded fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GuardianRecognised fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GuardianStandingEnded fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(GuardianAgreed fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).about(fact.consent().value()).tell();
    }

    @EventHandler
    void on(GuardianObjected fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).about(fact.consent().value()).tell();
    }

    private Chronicle.Line line(YouthEvent fact, EventMessage<?> message, TrackingToken token) {
        return chronicle.of(fact, message, token).with(fact.participant());
    }
}

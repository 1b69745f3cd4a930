package org.troth.command.youth;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Remembering;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;

/** Remembers on which day young people come of age, so that nobody need read every stream to see it come. */
@Component
@ProcessingGroup("reactions")
class RememberComingOfAge implements Remembering {

    private final Lookups lookups;

    RememberComingOfAge(Lookups lookups) {
        this.lookups = lookups;
    }

    @EventHandler
    void on(MinorityNoted fact) {
        lookups.run(client -> client.sql("""
                        insert into lookups.of_age_due (participant, of_age_on) values (:participant, :ofAgeOn)
                        on conflict (participant) do update set of_age_on = excluded.of_age_on""")
                .param("participant", fact.participant().value())
                .param("ofAgeOn", fact.ofAgeOn())
                .update());
    }

    @EventHandler
    void on(MinorityNoteTakenBack fact) {
        forget(fact.participant());
    }

    @EventHandler
    void on(CameOfAge fact) {
        forget(fact.participant());
    }

    private void forget(ParticipantId participant) {
        lookups.run(client -> client.sql("delete from lookups.of_age_due where participant = :participant")
                .param("participant", participant.value())
                .update());
    }
}

package org.troth.command.referral;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Lookups;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.Purpose;

/** Remembers which consents to pass something on were asked of whom, only to offer them: whether one holds, it is asked. */
@Component
@ProcessingGroup("reactions")
class SharingConsents {

    private final Lookups lookups;

    SharingConsents(Lookups lookups) {
        this.lookups = lookups;
    }

    /** A consent that was asked for, whatever became of it. */
    record Candidate(ConsentId consent, Set<DataClass> classes) {}

    List<Candidate> of(ParticipantId participant, AgencyId agency) {
        return lookups.run(client -> client.sql("""
                        select consent, classes from lookups.sharing_consent
                        where participant = :participant and agency = :agency
                        order by asked desc""")
                .param("participant", participant.value())
                .param("agency", agency.value())
                .query(SharingConsents::candidate)
                .list());
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        Array names = row.getArray("classes");
        for (Object name : (Object[]) names.getArray()) {
            classes.add(DataClass.valueOf(name.toString()));
        }
        return new Candidate(new ConsentId(row.getObject("consent", UUID.class)), classes);
    }

    @EventHandler
    void on(ConsentAsked fact) {
        UUID agency = fact.recipient().id();
        if (fact.purpose() == Purpose.SHARING && agency != null) {
            lookups.run(client -> client.sql("""
                            insert into lookups.sharing_consent (consent, participant, agency, classes)
                            values (:consent, :participant, :agency, string_to_array(:classes, ','))
                            on conflict (consent) do nothing""")
                    .param("consent", fact.consent().value())
                    .param("participant", fact.participant().value())
                    .param("agency", agency)
                    .param(
                            "classes",
                            String.join(
                                    ",",
                                    fact.classes().stream()
                                            .map(Enum::name)
                                            .sorted()
                                            .toList()))
                    .update());
        }
    }
}

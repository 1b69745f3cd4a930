package org.troth.command.encounter;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.confidential.Sealed;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * Two people met while they walked together. It is stored even when it comes late, when the volunteer was not qualified, and
 * when they did what their role forbids: that it happened is what must not be lost.
 *
 * @param standing of the volunteer on the day it was held
 * @param present who else was there
 * @param sheets which information sheets were given, each in review that day
 */
record LogEncounter(
        @TargetAggregateIdentifier EncounterId encounter,
        MatchId match,
        Walk walk,
        VolunteerStanding.Standing standing,
        Writer writer,
        Held held,
        @Nullable Attestation attestation,
        @Nullable Sealed note,
        @Nullable Sealed reflection,
        List<Present> present,
        List<CitedSheet> sheets) {

    LogEncounter {
        present = List.copyOf(present);
        sheets = List.copyOf(sheets);
    }
}

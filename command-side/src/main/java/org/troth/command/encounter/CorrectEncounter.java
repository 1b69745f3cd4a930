package org.troth.command.encounter;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.EncounterId;
import org.troth.events.PresenceId;
import org.troth.events.confidential.Sealed;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.presence.Guest;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * What was entered is replaced by a new version, with a reason; the old one stays. Whose meeting it was cannot be corrected.
 *
 * @param standing of the volunteer on the day on which it was held as it now stands
 * @param present who else was there; absent: as it was said before
 * @param agreed who might come to the meeting as it now stands
 * @param sheets which information sheets were given; absent: as it was said before
 */
record CorrectEncounter(
        @TargetAggregateIdentifier EncounterId encounter,
        Walk walk,
        VolunteerStanding.Standing standing,
        Writer writer,
        String reason,
        Held held,
        @Nullable Attestation attestation,
        Wording noteIs,
        @Nullable Sealed note,
        Wording reflectionIs,
        @Nullable Sealed reflection,
        @Nullable List<Guest> present,
        Map<Guest, PresenceId> agreed,
        @Nullable List<CitedSheet> sheets) {

    CorrectEncounter {
        present = present == null ? null : List.copyOf(present);
        agreed = Map.copyOf(agreed);
        sheets = sheets == null ? null : List.copyOf(sheets);
    }
}

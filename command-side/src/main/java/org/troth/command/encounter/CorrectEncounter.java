package org.troth.command.encounter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.EncounterId;
import org.troth.events.confidential.Sealed;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * What was entered is replaced by a new version, with a reason; the old one stays. Whose meeting it was cannot be corrected.
 *
 * @param standing of the volunteer on the day on which it was held as it now stands
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
        @Nullable Sealed reflection) {}

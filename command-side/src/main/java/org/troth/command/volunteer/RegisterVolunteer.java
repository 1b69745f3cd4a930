package org.troth.command.volunteer;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;

/** Somebody is taken on to walk beside people; they are not qualified by this. */
record RegisterVolunteer(
        @TargetAggregateIdentifier VolunteerId volunteer,
        Sealed name,
        Sealed contact,
        @Nullable Sealed livedExperience,
        List<String> matters,
        List<String> languages,
        int capacity) {}

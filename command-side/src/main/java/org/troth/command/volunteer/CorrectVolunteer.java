package org.troth.command.volunteer;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;

/** What was taken down of a volunteer is put right, by themselves or by a coordinator, at any time; what is absent stays as it was. */
record CorrectVolunteer(
        @TargetAggregateIdentifier VolunteerId volunteer,
        String reason,
        @Nullable Sealed name,
        @Nullable List<String> languages,
        @Nullable Sealed contact,
        boolean withoutContact) {

    CorrectVolunteer {
        languages = languages == null ? null : List.copyOf(languages);
    }
}

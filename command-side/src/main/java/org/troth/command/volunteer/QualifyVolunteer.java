package org.troth.command.volunteer;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.VolunteerId;

/** They are qualified up to and including this day; a later answer replaces an earlier one, and may also shorten it. */
record QualifyVolunteer(@TargetAggregateIdentifier VolunteerId volunteer, LocalDate lastDay) {}

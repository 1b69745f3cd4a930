package org.troth.command.encounter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.EncounterId;

/**
 * A coordinator, who did not write it, has looked at the correction that waits and does not take it over, with a reason. It stays on
 * the record beside what holds.
 *
 * @param version the one that they looked at, the first entry being the first
 */
record SendCorrectionBack(@TargetAggregateIdentifier EncounterId encounter, int version, String reason) {}

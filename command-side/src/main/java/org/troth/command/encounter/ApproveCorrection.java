package org.troth.command.encounter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.EncounterId;

/**
 * A coordinator, who did not write it, has looked at the correction that waits: from here on it holds.
 *
 * @param version the one that they looked at, the first entry being the first
 */
record ApproveCorrection(@TargetAggregateIdentifier EncounterId encounter, int version) {}

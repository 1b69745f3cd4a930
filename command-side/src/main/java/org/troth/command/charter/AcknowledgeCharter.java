package org.troth.command.charter;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AcknowledgementId;
import org.troth.events.Side;
import org.troth.events.charter.CharterEvent.ShownCharter;

/** Somebody says that they have read exactly this; only the newest version can be, and each version once. */
record AcknowledgeCharter(
        @TargetAggregateIdentifier AcknowledgementId acknowledgement,
        Side by,
        UUID person,
        ShownCharter charter,
        int newest) {}

package org.troth.command.account;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.account.PasskeyPlace;
import org.troth.events.confidential.Sealed;

/** The holder of an open account may have up to ten passkeys, beside an app or without one; the first second step comes with recovery codes. */
record AddPasskey(
        @TargetAggregateIdentifier AccountId account,
        FactorId passkey,
        PasskeyPlace place,
        Sealed credential,
        int recoveryCodes) {}

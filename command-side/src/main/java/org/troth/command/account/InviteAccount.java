package org.troth.command.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealed;

/** Somebody may be invited by a name of their choice; the invitation says nothing about why. */
record InviteAccount(
        @TargetAggregateIdentifier AccountId account,
        Sealed name,
        @Nullable UUID person,
        Set<Role> roles,
        Instant codeExpiresAt) {}

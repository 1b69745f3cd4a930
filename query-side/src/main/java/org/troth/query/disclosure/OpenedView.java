package org.troth.query.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at an agency opened what was sent to it. A consent that ends later changes nothing of what was done while it held:
 * it stays in the accounting, lawful when made.
 *
 * @param agencyName as the directory has it; absent when the directory has no such agency any more
 * @param consent what it rested on
 * @param consentNow the state of that consent today
 * @param lawfulWhenMade whether that consent had been given and had not ended where this stands in the record
 */
record OpenedView(
        UUID referral,
        UUID agency,
        @Nullable String agencyName,
        UUID consent,
        String consentNow,
        List<String> classes,
        Instant openedAt,
        long position,
        boolean lawfulWhenMade) {}

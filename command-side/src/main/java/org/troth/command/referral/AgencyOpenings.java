package org.troth.command.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;

/** The openings of one referral: only the newest opens anything, and it does so once. */
final class AgencyOpenings {

    private int newest;
    private @Nullable Instant usableUntil;
    private @Nullable Instant sittingUntil;

    void on(AgencyOpeningMade fact) {
        newest = fact.number();
        usableUntil = fact.until();
        sittingUntil = null;
    }

    void on(AgencySittingBegun fact) {
        usableUntil = null;
        sittingUntil = fact.until();
    }

    /** The number of the next one to be made. */
    int next() {
        return newest + 1;
    }

    /** Until when the newest one may be used; absent when it was. */
    @Nullable
    Instant usableUntil() {
        return usableUntil;
    }

    void refuseUnlessNext(int number) {
        if (number != next()) {
            throw ReferralRefused.openingSpent();
        }
    }

    void refuseUnlessOpen(int number, Instant now) {
        Instant until = usableUntil;
        if (number != newest || until == null) {
            throw ReferralRefused.openingSpent();
        }
        if (!now.isBefore(until)) {
            throw ReferralRefused.openingExpired();
        }
    }

    /** Whether the sitting of the newest opening goes on. */
    boolean sits(Instant now) {
        Instant until = sittingUntil;
        return until != null && now.isBefore(until);
    }

    /** Until when the sitting of this opening goes on. */
    Instant sittingUntil(int number, Instant now) {
        Instant until = sittingUntil;
        if (number != newest || until == null || !now.isBefore(until)) {
            throw ReferralRefused.sittingOver();
        }
        return until;
    }
}

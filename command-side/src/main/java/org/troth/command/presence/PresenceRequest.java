package org.troth.command.presence;

import org.jspecify.annotations.Nullable;

/** What can be asked about the presence of others, as JSON and as forms. Nobody is named. */
interface PresenceRequest {

    /**
     * Whether somebody else may come to a meeting.
     *
     * @param guest OBSERVER, TRAINEE, COMPANION or SOMEBODY_ELSE
     * @param day of the meeting, such as 2026-11-21; today or later
     */
    record NewPresence(
            @Nullable String match,
            @Nullable String guest,
            @Nullable String day) {}
}

package org.troth.command.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about a match, as JSON and as forms. Nothing here has a reason, except the end, which has a code. */
interface MatchingRequest {

    /** Who looks for somebody. */
    record MatchAsking(@Nullable String participant) {}

    /**
     * A proposal to both.
     *
     * @param reasons why these two, codes of the programme, at most 10
     */
    record Proposal(@Nullable String volunteer, @Nullable List<String> reasons) {}

    /** PARTICIPANT or VOLUNTEER: for whom a coordinator writes it down; the two themselves need not say it. */
    record MatchSide(@Nullable String side) {

        static MatchSide orNone(@Nullable MatchSide said) {
            return said == null ? new MatchSide(null) : said;
        }
    }

    /** SUPPORT_COMPLETE, CHANGE_ARRANGED, VOLUNTEER_LEFT or PARTICIPANT_LEFT. */
    record MatchEnding(@Nullable String reason) {}
}

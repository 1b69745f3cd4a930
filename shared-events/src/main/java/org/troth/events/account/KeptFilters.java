package org.troth.events.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;

/**
 * The filters of the worklist that an account keeps for itself. They are no facts: what somebody likes to look at first is nothing that
 * anybody must be able to prove, and it goes by itself.
 */
public interface KeptFilters {

    /** Those of this account, in the order in which they were first kept. */
    List<KeptFilter> of(AccountId account);

    /**
     * A filter, in codes alone.
     *
     * @param kinds of waiting; none means all
     * @param dueWithin only what is due within so many days from the day on which it is looked at
     */
    record KeptFilter(
            UUID id,
            List<String> kinds,
            @Nullable String matter,
            @Nullable String language,
            @Nullable Integer dueWithin) {

        public KeptFilter {
            kinds = List.copyOf(kinds);
        }
    }
}

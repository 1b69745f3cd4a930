package org.troth.command.participant;

import org.jspecify.annotations.Nullable;

/** What somebody without a name can ask. A code stands in the body of a request alone, and in no text of these. */
interface EnquirerRequest {

    /** The code as it was typed or said. */
    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * Something more to say.
     *
     * @param words at most 4000 characters
     */
    record More(@Nullable String code, @Nullable String words) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /**
     * A way to reach them that is safe.
     *
     * @param channel PHONE, TEXT_MESSAGE, EMAIL or POST
     * @param address the number or address; at most 400 characters
     * @param advice what to mind; at most 1000 characters
     */
    record Reach(
            @Nullable String code,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String advice) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** A way that is not safe any more. */
    record NotSafe(@Nullable String code, @Nullable String channel) {
        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }
}

package org.troth.query.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, newest first.
 *
 * @param kept whether nothing leaves the house: the programme is on trial
 * @param before give this to see those before the last; absent when there are none
 */
record MessageList(
        List<MessageView> messages, boolean kept, @Nullable Long before) {}

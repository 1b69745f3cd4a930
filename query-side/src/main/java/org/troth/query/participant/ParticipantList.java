package org.troth.query.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of people, newest enquiry first.
 *
 * @param before give this to see those before the last; absent when there are none
 */
record ParticipantList(
        List<ParticipantLine> participants, @Nullable Long before) {}

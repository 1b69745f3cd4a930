package org.troth.query.participant;

import java.util.List;

/** A page of what a search found; the term itself is never given back. */
record FoundParticipants(List<ParticipantLine> participants, int page, boolean more) {}

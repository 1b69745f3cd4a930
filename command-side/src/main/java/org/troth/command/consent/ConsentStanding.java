package org.troth.command.consent;

import java.time.Instant;

/**
 * Whether a consent was in force at a moment, as the record stood then. What was recorded later changes nothing of it.
 *
 * @param state what the person themselves had answered: NOT_ASKED, ASKED, GIVEN, DECLINED, WITHDRAWN or EXPIRED
 * @param inForce whether it covered what it was given for; of somebody who was not of age, with what a guardian had said
 */
record ConsentStanding(String consent, Instant at, String state, boolean inForce) {}

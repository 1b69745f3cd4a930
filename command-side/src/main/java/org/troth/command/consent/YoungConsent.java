package org.troth.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.Purpose;
import org.troth.events.youth.Guardianship;

/**
 * What a consent needs beside the person's own yes where they were not of age when they gave it (rules youth-3 to youth-5). Which
 * day it is decides, whether or not anybody has noted it yet.
 */
final class YoungConsent {

    /** What a young person may agree to alone, where the law lets them: what helps them, and nothing else. */
    private static final Set<Purpose> HELPS = Set.of(Purpose.SUPPORT, Purpose.MATCHING, Purpose.SHARING);

    private YoungConsent() {}

    /** Whether the law lets them agree to this alone, though they are not of age. */
    static boolean isTheirsAlone(ConsentAsked question, Guardianship.Standing standing) {
        return standing.alone() && HELPS.contains(question.purpose());
    }

    /** The rule by which a consent that was given is not in force on this day, as a code; absent when it is. */
    @Nullable
    static String whyNot(
            ConsentId id, ConsentHistory history, Guardianship.Standing standing, LocalDate day, Clock clock) {
        ConsentAsked question = history.asked();
        Instant givenAt = history.givenAt();
        if (question == null || givenAt == null) {
            return null;
        }
        LocalDate ofAgeOn = standing.ofAgeOn();
        boolean young = ConsentEvent.isForYoung(question);
        if (ofAgeOn == null) {
            return young ? "asked-as-young" : null;
        }
        if (!LocalDate.ofInstant(givenAt, clock.getZone()).isBefore(ofAgeOn)) {
            return null;
        }
        if (!young) {
            return "asked-as-of-age";
        }
        if (isTheirsAlone(question, standing)) {
            return null;
        }
        if (!standing.isMinor(day)) {
            return "came-of-age";
        }
        if (standing.alone()) {
            return "waits-for-age";
        }
        if (standing.objected().contains(id)) {
            return "guardian-objected";
        }
        return standing.agreed().contains(id) ? null : "guardian-not-yet";
    }
}

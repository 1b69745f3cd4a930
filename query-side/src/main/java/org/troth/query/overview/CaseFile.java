package org.troth.query.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * Everything about one person on one page.
 *
 * @param joined which other records are of the same person; what stands in those that lead here is shown with this one
 * @param otherLanguages beside the one that they prefer
 * @param classes who they are, as codes of the programme parted by spaces; absent where it is not said
 * @param access what they need in order to take part, as codes parted by spaces; {@code interpreter:ase} is an interpreter for that language
 * @param receipt HELD while whoever asked without a name can come back with a code, SPENT after; absent where there was none
 * @param notes what was written to and fro under the code, oldest first
 * @param ended why support ended, if it has
 * @param wish that they wish to be asked after the end how they are, if they do
 * @param forgetting that they ask to be forgotten, while they wait for the answer
 * @param tellings that something was told for the first time, newest first
 * @param others who beside them is named
 * @param story what happened, newest first
 * @param before give this to see what happened earlier; absent at the beginning
 */
record CaseFile(
        UUID id,
        Joined joined,
        @Nullable Told name,
        String stage,
        Instant stageSince,
        String matter,
        String language,
        List<String> otherLanguages,
        @Nullable Told classes,
        @Nullable Told access,
        List<String> needs,
        List<String> times,
        Instant receivedAt,
        @Nullable Told enquiryWords,
        @Nullable Told intakeNote,
        @Nullable String receipt,
        List<Note> notes,
        @Nullable Triage triage,
        @Nullable String ended,
        @Nullable Wish wish,
        @Nullable Forgetting forgetting,
        List<Telling> tellings,
        List<Other> others,
        List<Contact> contacts,
        List<Consent> consents,
        List<Match> matches,
        List<Boundary> boundaries,
        List<Meeting> meetings,
        List<Referral> referrals,
        List<Sheet> sheets,
        List<Message> messages,
        List<StoryLine> story,
        @Nullable Long before) {

    /**
     * Which other records are of the same person.
     *
     * @param kept the record that this one leads to; absent where this one is followed
     * @param merged the records that lead to this one
     */
    record Joined(@Nullable UUID kept, List<UUID> merged) {}

    /** A way to reach them; nothing is said of one that is unsafe but that it is. */
    record Contact(
            String channel,
            boolean safe,
            @Nullable Told address,
            @Nullable Told advice) {}

    /**
     * Words written under a code.
     *
     * @param author PERSON or PROGRAMME
     */
    record Note(Instant writtenAt, String author, @Nullable Told words) {}

    /** What was weighed with them, and how they wait; what was not weighed yet is absent. */
    record Triage(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String otherSupport,
            @Nullable String imbalance,
            @Nullable Instant assessedAt,
            @Nullable String urgency,
            @Nullable String nextStep,
            @Nullable Instant waitingSince) {}

    /**
     * That they wish to be asked, once after the end, how they are.
     *
     * @param from the first day on which they may be asked
     * @param channel the only way
     */
    record Wish(LocalDate from, String channel) {

        /** Whether the day has come. */
        public boolean come(LocalDate today) {
            return !from.isAfter(today);
        }
    }

    /**
     * That they ask to be forgotten.
     *
     * @param answerBy the last day on which they are to be answered
     */
    record Forgetting(LocalDate askedOn, LocalDate answerBy) {

        /** Whether the day has passed. */
        public boolean overdue(LocalDate today) {
            return answerBy.isBefore(today);
        }
    }

    /**
     * That something was told for the first time.
     *
     * @param nextStep what they wish to be done next; absent where they wish nothing
     * @param takenAt when it was done
     */
    record Telling(
            int number,
            Instant heardAt,
            String heardBy,
            @Nullable String nextStep,
            @Nullable Instant takenAt) {}

    /** Somebody named beside them, and why. */
    record Other(int number, @Nullable Told name, String relation, String need) {}

    /**
     * A question of consent.
     *
     * @param state what they answered themselves
     * @param stands how it stands with what a guardian said, where they are not of age; else the same
     */
    record Consent(
            UUID id,
            String state,
            String stands,
            String purpose,
            @Nullable String recipient,
            @Nullable LocalDate lastDay,
            Instant askedAt,
            @Nullable Instant understoodAt,
            boolean renewed) {

        private static final int SOON_DAYS = 14;

        /** Whether it ends within fourteen days and was not asked for anew. */
        public boolean endsSoon(LocalDate today) {
            return state.equals("GIVEN") && !renewed && lastDay != null && !lastDay.isAfter(today.plusDays(SOON_DAYS));
        }
    }

    /** A match or the request for one. */
    record Match(
            UUID id,
            String state,
            @Nullable UUID volunteer,
            @Nullable Told volunteerName,
            boolean participantAccepted,
            boolean volunteerAccepted,
            @Nullable Instant startedAt,
            @Nullable LocalDate changeDue) {

        public boolean open() {
            return state.equals("REQUESTED") || state.equals("PROPOSED") || state.equals("STARTED");
        }
    }

    /** A boundary that holds. */
    record Boundary(
            UUID id,
            UUID match,
            String setBy,
            String topic,
            @Nullable Told words) {}

    /**
     * A meeting, without a word of it.
     *
     * @param late whether it was entered long after it was held
     * @param qualified whether the volunteer was that day
     * @param unagreed whether somebody else was there without a yes beforehand
     * @param proposedAt when the correction was entered that waits for somebody else to look at it
     */
    record Meeting(
            UUID id,
            UUID match,
            Instant heldAt,
            String zone,
            int minutes,
            String medium,
            List<String> support,
            List<String> topics,
            boolean late,
            boolean qualified,
            boolean unagreed,
            Instant enteredAt,
            @Nullable Instant correctedAt,
            @Nullable Instant proposedAt) {

        /** The same for the two whose meeting it was: of what was found, only that it was entered late. */
        OwnPages.OwnMeeting own() {
            return new OwnPages.OwnMeeting(
                    id, match, heldAt, zone, minutes, medium, support, topics, late, enteredAt, correctedAt);
        }
    }

    /** A referral. */
    record Referral(
            UUID id,
            String state,
            String need,
            @Nullable String service,
            @Nullable String agency,
            Instant offeredAt) {}

    /** An information sheet, as it was given to them. */
    record Sheet(UUID id, int version, String title, Instant heldAt, String zone) {}

    /**
     * A message to them, that something waited.
     *
     * @param reason why it was kept back or given up, if it was
     */
    record Message(
            String occasion,
            String state,
            @Nullable String channel,
            @Nullable String reason,
            Instant queuedAt,
            Instant movedAt) {}

    /** Those of the consents for which there is a receipt: whatever was answered, also with no. */
    public List<Consent> answered() {
        return consents.stream()
                .filter(consent -> !consent.state().equals("ASKED"))
                .toList();
    }

    /** The match that goes on or is looked for, if any. */
    public @Nullable Match openMatch() {
        return matches.stream().filter(Match::open).findFirst().orElse(null);
    }
}

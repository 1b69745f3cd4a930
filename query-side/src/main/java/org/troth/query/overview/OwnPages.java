package org.troth.query.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.overview.CaseFile.Boundary;
import org.troth.query.overview.CaseFile.Consent;
import org.troth.query.overview.CaseFile.Contact;
import org.troth.query.overview.CaseFile.Message;
import org.troth.query.overview.CaseFile.Other;
import org.troth.query.overview.CaseFile.Referral;
import org.troth.query.overview.CaseFile.Wish;
import org.troth.query.reading.Told;

/** What people see of themselves. */
final class OwnPages {

    private OwnPages() {}

    /**
     * A participant's own record.
     *
     * @param waitingSince since when they wait for somebody; absent when they do not, or not any more
     * @param others who beside them is named
     * @param wish that they wish to be asked after the end how they are, if they do
     * @param presenceAsked the match of a meeting to come of which they are asked whether somebody else may be there
     * @param outside what they asked for that lies outside the role of their volunteer, the last first
     */
    record Mine(
            UUID id,
            @Nullable Told name,
            String stage,
            @Nullable Instant waitingSince,
            @Nullable Wish wish,
            List<Other> others,
            List<String> times,
            List<Contact> contacts,
            List<Consent> consents,
            List<OwnMatch> matches,
            List<OwnWish> apart,
            List<OwnMeeting> meetings,
            List<Referral> referrals,
            List<Message> messages,
            @Nullable UUID presenceAsked,
            OwnCharter charter,
            List<AskedOutside> outside) {

        /** Whether nobody has met in this match yet, as far as the meetings shown here tell. */
        public boolean beginning(UUID match) {
            return meetings.stream().noneMatch(each -> each.match().equals(match));
        }
    }

    /**
     * A volunteer's own matches: what is proposed to them, and whom they walk beside now.
     *
     * @param qualified whether they are today; while they are not, nobody else is shown
     * @param outsideKinds what they can say lies outside their role, as codes of the programme
     */
    record Walks(
            UUID id,
            @Nullable Told name,
            int capacity,
            List<String> times,
            @Nullable LocalDate qualifiedUntil,
            boolean qualified,
            List<OwnMatch> matches,
            List<OwnWish> apart,
            List<OwnMeeting> meetings,
            List<Message> messages,
            OwnCharter charter,
            List<String> outsideKinds,
            List<SaidOutside> outside) {

        /** Those of one of the matches. */
        public List<OwnMeeting> meetingsOf(UUID match) {
            return meetings.stream().filter(each -> each.match().equals(match)).toList();
        }

        /** What was said in one of the matches. */
        public List<SaidOutside> outsideOf(UUID match) {
            return outside.stream().filter(each -> each.match().equals(match)).toList();
        }
    }

    /**
     * The reader's own wish not to be proposed to somebody again. Who that is, it does not say.
     *
     * @param wish the fact by which they stated it
     * @param walked whether they had walked with them, or had said no to a proposal
     */
    record OwnWish(UUID match, UUID wish, Instant since, boolean walked) {}

    /**
     * The charter of the role, for the one who reads.
     *
     * @param version the newest
     * @param acknowledged whether they have said that they read it
     * @param language in which its main points are said here
     * @param direction in which that is written, ltr or rtl
     */
    record OwnCharter(int version, boolean acknowledged, String language, String direction, List<String> points) {}

    /**
     * Something the participant asked for that their volunteer could not give.
     *
     * @param kind a code of the programme; absent, as the note is, where it is better not to be read over a shoulder
     * @param decision MADE, OFFERED_AND_DECLINED or NOT_APPROPRIATE; absent while it waits
     */
    record AskedOutside(
            UUID id,
            @Nullable String kind,
            @Nullable Told note,
            Instant saidAt,
            @Nullable String decision) {}

    /** Something a volunteer said is outside their role; what was decided about it is not theirs to know. */
    record SaidOutside(UUID id, UUID match, String kind, Instant saidAt, boolean dealtWith) {}

    /**
     * A meeting as the two whose it was see it in a list.
     *
     * @param late whether it was entered long after it was held
     */
    record OwnMeeting(
            UUID id,
            UUID match,
            Instant heldAt,
            String zone,
            int minutes,
            String medium,
            List<String> support,
            List<String> topics,
            boolean late,
            Instant enteredAt,
            @Nullable Instant correctedAt) {}

    /**
     * A match as one of the two sees it.
     *
     * @param other the other's name; absent until both have accepted
     * @param reach how the other can be reached; empty until both have accepted
     * @param accepted whether the reader has accepted
     * @param changeDue by when the change is to be arranged that the reader asked for; the other's wish is not told
     * @param secondContactDue by when the second contact is to arrange what the reader asked of them
     * @param secondContact whether there is somebody whom the reader can ask past the coordinator
     * @param access what the other one needs in order to take part, for a volunteer who walks beside them
     */
    record OwnMatch(
            UUID id,
            String state,
            @Nullable Told other,
            List<Contact> reach,
            boolean accepted,
            @Nullable Instant startedAt,
            @Nullable LocalDate changeDue,
            @Nullable LocalDate secondContactDue,
            boolean secondContact,
            @Nullable Told access,
            List<Boundary> boundaries) {}
}

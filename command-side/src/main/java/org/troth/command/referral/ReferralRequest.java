package org.troth.command.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about referrals, as JSON and as forms. Every field is checked before anything is done. */
interface ReferralRequest {

    /**
     * An offer to a participant.
     *
     * @param service a service of the directory that is active
     * @param need what it is for, a code of the programme
     */
    record ReferralOffer(
            @Nullable String participant,
            @Nullable String service,
            @Nullable String need) {}

    /**
     * A referral that is not right for a participant now.
     *
     * @param need what it would have been for, a code of the programme
     * @param reason why not, a code of the programme
     */
    record NotAppropriate(
            @Nullable String participant,
            @Nullable String need,
            @Nullable String reason) {}

    /**
     * The release of what was previewed.
     *
     * @param consent the consent to pass on to this agency
     * @param classes what leaves, such as IDENTITY, at least one; absent: all that the consent covers
     * @param ways by which of the safe ways the agency may reach them, such as PHONE, at least one where CONTACT leaves; absent:
     *     every safe way
     * @param previewed the number that came with the preview; the record must not have changed since
     */
    record PacketRelease(
            @Nullable String consent,
            @Nullable List<String> classes,
            @Nullable List<String> ways,
            @Nullable String previewed) {}

    /**
     * What came of it.
     *
     * @param outcome HELPED, PARTLY_HELPED, NOT_HELPED or NO_OUTCOME_KNOWN
     * @param words at most 4000 characters
     */
    record ReferralResult(
            @Nullable String outcome, @Nullable String words) {}

    /**
     * The agency cannot help.
     *
     * @param reason why, a code of the programme, if they said so
     */
    record NonAcceptance(@Nullable String reason) {}

    /**
     * The agency was given the notice that a consent was taken back.
     *
     * @param medium how, such as letter
     * @param day on which day, not after today
     */
    record RecallGiven(@Nullable String medium, @Nullable String day) {}

    /**
     * The notice for the agency; it holds nothing about the person.
     *
     * @param sha256 of the text as UTF-8, in hexadecimal: the same as on the record
     * @param due whether the consent was taken back and the agency was not told yet
     */
    record RecallToGive(
            String referral,
            String agency,
            String agencyName,
            String notice,
            int version,
            String sha256,
            String text,
            boolean due) {}

    /**
     * Exactly what would leave, and for whom.
     *
     * @param ways by which the agency could reach them; none where CONTACT does not leave
     * @param agreed every class that the consent covers, of which fewer may leave
     * @param safeWays every safe way, of which fewer may leave; none where CONTACT does not leave
     * @param previewed to be sent with the release
     */
    record ReleasePreview(
            String referral,
            String agency,
            String agencyName,
            String service,
            String consent,
            List<String> classes,
            List<String> ways,
            List<String> agreed,
            List<String> safeWays,
            String packet,
            String notice,
            long previewed) {}
}

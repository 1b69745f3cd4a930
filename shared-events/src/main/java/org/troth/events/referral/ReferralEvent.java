package org.troth.events.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** A referral from the offer to its close. */
public sealed interface ReferralEvent extends Fact {

    ReferralId referral();

    ParticipantId participant();

    /** The participant was offered this service for this need (a code of the programme). */
    @Recorded(as = "referral-offered", revision = 1)
    record ReferralOffered(
            ReferralId referral, ParticipantId participant, ServiceId service, AgencyId agency, String need)
            implements ReferralEvent {}

    /**
     * Somebody thought of a referral and judged that it is not right for the participant now. Nothing was offered, and nothing
     * follows from it; who judged so stands beside every fact.
     *
     * @param need what it would have been for, as a code of the programme
     * @param reason why not, as a code of the programme
     */
    @Recorded(as = "referral-judged-not-appropriate", revision = 1)
    record ReferralJudgedNotAppropriate(
            ReferralId referral, ParticipantId participant, String need, String reason, Law law)
            implements ReferralEvent {}

    /** The participant said no to the offer; it costs nothing. */
    @Recorded(as = "referral-offer-declined", revision = 1)
    record ReferralOfferDeclined(ReferralId referral, ParticipantId participant) implements ReferralEvent {}

    /**
     * The packet left for the agency on a consent that was in force.
     *
     * @param consentSequence the last sequence of the consent's stream when it was asked; a precondition of this fact
     * @param packet what left, and nothing else
     * @param notice the notice against redisclosure that went with it
     */
    @Recorded(as = "referral-sent", revision = 1)
    record ReferralSent(
            ReferralId referral,
            ParticipantId participant,
            AgencyId agency,
            ConsentId consent,
            long consentSequence,
            Set<DataClass> classes,

            @Under(value = Words.REFERRAL_PACKET, owner = "participant")
            Sealed packet,

            Notice notice,
            Law law)
            implements ReferralEvent {

        public ReferralSent {
            classes = Set.copyOf(classes);
        }
    }

    /**
     * The agency can open what was sent to it, once, with a link and a code that are told by two ways; neither is recorded.
     * Whatever was made before opens nothing any more.
     *
     * @param number from 1, counted within this referral
     * @param until when it opens nothing any more, if it was not used
     */
    @Recorded(as = "agency-opening-made", revision = 1)
    record AgencyOpeningMade(
            ReferralId referral, ParticipantId participant, AgencyId agency, int number, Instant until, Law law)
            implements ReferralEvent {}

    /**
     * Somebody at the agency came with the link and the code, on a consent that was in force. Each look is on the record of
     * its own.
     *
     * @param opening the number of the opening, which is spent with this
     * @param consentSequence the last sequence of the consent's stream when it was asked; a precondition of this fact
     * @param until when the sitting ends
     */
    @Recorded(as = "agency-sitting-begun", revision = 1)
    record AgencySittingBegun(
            ReferralId referral,
            ParticipantId participant,
            AgencyId agency,
            int opening,
            ConsentId consent,
            long consentSequence,
            Instant until,
            Law law)
            implements ReferralEvent {}

    /**
     * The agency takes it on. Whether the agency said so itself or a coordinator noted it, the roles of whoever acted tell,
     * as for every answer.
     */
    @Recorded(as = "referral-accepted", revision = 1)
    record ReferralAccepted(ReferralId referral, ParticipantId participant) implements ReferralEvent {}

    /** The agency cannot help. */
    @Recorded(as = "referral-not-accepted", revision = 1)
    record ReferralNotAccepted(ReferralId referral, ParticipantId participant) implements ReferralEvent {}

    /** Why the agency cannot help (a code of the programme); recorded together with that it cannot. */
    @Recorded(as = "non-acceptance-explained", revision = 1)
    record NonAcceptanceExplained(ReferralId referral, ParticipantId participant, String reason)
            implements ReferralEvent {}

    /** The agency has begun. */
    @Recorded(as = "referral-started", revision = 1)
    record ReferralStarted(ReferralId referral, ParticipantId participant) implements ReferralEvent {}

    /**
     * The agency had not answered by the day by which an answer was to come; noted once.
     *
     * @param dueBy that day, in the programme's time zone
     */
    @Recorded(as = "referral-unanswered", revision = 1)
    record ReferralUnanswered(ReferralId referral, ParticipantId participant, AgencyId agency, LocalDate dueBy, Law law)
            implements ReferralEvent {}

    /** What came of it. */
    @Recorded(as = "referral-outcome-recorded", revision = 1)
    record ReferralOutcomeRecorded(
            ReferralId referral,
            ParticipantId participant,
            Outcome outcome,

            @Nullable @Under(value = Words.REFERRAL_OUTCOME, owner = "participant")
            Sealed words)
            implements ReferralEvent {}

    /** The consent it rested on was withdrawn: the agency must stop, and nothing more may leave. */
    @Recorded(as = "referral-recalled", revision = 1)
    record ReferralRecalled(ReferralId referral, ParticipantId participant, ConsentId consent)
            implements ReferralEvent {}

    /**
     * The agency was told that the consent was taken back, by a notice that holds nothing about the person.
     *
     * @param medium how it was given to them, as a code of the programme
     * @param day on which it was given to them, in the programme's time zone
     */
    @Recorded(as = "recall-notice-given", revision = 1)
    record RecallNoticeGiven(
            ReferralId referral,
            ParticipantId participant,
            AgencyId agency,
            Notice notice,
            String medium,
            LocalDate day,
            Law law)
            implements ReferralEvent {}

    /** Nothing more is expected; never needs a consent. */
    @Recorded(as = "referral-closed", revision = 1)
    record ReferralClosed(ReferralId referral, ParticipantId participant) implements ReferralEvent {}

    /** A published notice, as it was sent. */
    record Notice(String name, int version, String sha256) {}

    /** What came of a referral. */
    enum Outcome {
        HELPED,
        PARTLY_HELPED,
        NOT_HELPED,
        NO_OUTCOME_KNOWN
    }
}

package org.troth.events.charter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AcknowledgementId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.ReferralId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** The charter of a volunteer's role: who has read it, and what was asked that lies outside it. None of it is anybody's failing. */
public sealed interface CharterEvent extends Fact {

    /**
     * Somebody said with their own account that they have read the charter. Nobody says it for them.
     *
     * @param by the side of a match on which they stand
     * @param person the participant or the volunteer, as the side says
     * @param charter exactly what they were shown
     */
    @Recorded(as = "charter-acknowledged", revision = 1)
    record CharterAcknowledged(AcknowledgementId acknowledgement, Side by, UUID person, ShownCharter charter, Law law)
            implements CharterEvent {}

    /**
     * A volunteer said that something they were asked for lies outside their role. Whether to refer is to be decided on it.
     *
     * @param kind what it was, as a code of the programme
     * @param note what helps whoever decides; it is about the participant, and theirs to read
     */
    @Recorded(as = "outside-role-said", revision = 1)
    record OutsideRoleSaid(
            OutsideRoleId outside,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            String kind,

            @Nullable @Under(value = Words.OUTSIDE_ROLE_NOTE, owner = "participant")
            Sealed note)
            implements CharterEvent {}

    /**
     * Whether to refer was decided; who decided so stands beside every fact.
     *
     * @param referral the referral, or the decision against one, that this rests on
     */
    @Recorded(as = "outside-role-decided", revision = 1)
    record OutsideRoleDecided(
            OutsideRoleId outside,
            MatchId match,
            ParticipantId participant,
            VolunteerId volunteer,
            Decision decision,
            ReferralId referral,
            Law law)
            implements CharterEvent {}

    /** A published charter, exactly as it was shown. */
    record ShownCharter(String name, int version, String language, String sha256) {}

    /** What was decided about a referral; there is no decision by silence. */
    enum Decision {
        /** Another service was offered, and the participant had not said no to it. */
        MADE,
        /** Another service was offered, and the participant said no; it costs nothing. */
        OFFERED_AND_DECLINED,
        /** It was judged that no referral is right for the participant now. */
        NOT_APPROPRIATE
    }
}

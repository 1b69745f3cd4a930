package org.troth.command.referral;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralStarted;

/** What the record says now about a packet that was handed to an agency. */
final class Handed {

    /** What a packet can hold; what it never holds is not disclosed with it, whatever the consent covers. */
    private static final Set<DataClass> IN_A_PACKET =
            EnumSet.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.NARRATIVE, DataClass.LEGAL);

    private final ReferralOffered offered;
    private final ReferralSent sent;
    private final long sentAt;
    private final AgencyOpenings openings = new AgencyOpenings();
    private final Precondition precondition;
    private boolean accepted;
    private boolean started;
    private boolean cannotHelp;
    private boolean outcomeKnown;
    private boolean recalled;
    private boolean closed;

    private Handed(ReferralOffered offered, ReferralSent sent, long sentAt, Precondition precondition) {
        this.offered = offered;
        this.sent = sent;
        this.sentAt = sentAt;
        this.precondition = precondition;
    }

    /** Empty for whatever is no referral, and for one that was not sent. */
    static Optional<Handed> of(List<RecordedFact> facts) {
        ReferralOffered offered = null;
        ReferralSent sent = null;
        long sentAt = 0;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ReferralOffered fact) {
                offered = fact;
            } else if (each.fact() instanceof ReferralSent fact) {
                sent = fact;
                sentAt = each.position();
            }
        }
        if (offered == null || sent == null) {
            return Optional.empty();
        }
        Handed handed = new Handed(
                offered, sent, sentAt, new Precondition(offered.referral().toString(), facts.size() - 1L));
        facts.forEach(each -> handed.add(each.fact()));
        return Optional.of(handed);
    }

    private void add(Object fact) {
        if (fact instanceof AgencyOpeningMade made) {
            openings.on(made);
        } else if (fact instanceof AgencySittingBegun begun) {
            openings.on(begun);
        } else if (fact instanceof ReferralAccepted) {
            accepted = true;
        } else if (fact instanceof ReferralStarted) {
            started = true;
        } else if (fact instanceof ReferralNotAccepted) {
            cannotHelp = true;
        } else if (fact instanceof ReferralOutcomeRecorded) {
            outcomeKnown = true;
        } else if (fact instanceof ReferralRecalled) {
            recalled = true;
        } else if (fact instanceof ReferralClosed) {
            closed = true;
        }
    }

    ReferralId referral() {
        return offered.referral();
    }

    ParticipantId participant() {
        return offered.participant();
    }

    ReferralSent sent() {
        return sent;
    }

    /** The position at which it was sent. */
    long sentAt() {
        return sentAt;
    }

    AgencyOpenings openings() {
        return openings;
    }

    /** The referral's stream, as it was read. */
    Precondition precondition() {
        return precondition;
    }

    /** Neither called back, nor closed, nor of no use to the agency. */
    boolean stands() {
        return whyNot() == null;
    }

    /** Why it does not stand, for the record. */
    @Nullable
    ReferralRefused whyNot() {
        if (recalled) {
            return ReferralRefused.recalled();
        }
        if (closed) {
            return ReferralRefused.closed();
        }
        return cannotHelp ? ReferralRefused.agencyCannotHelp() : null;
    }

    /** Whether it ended with the agency's own no, and with nothing else. */
    boolean isDeclined() {
        return cannotHelp && !recalled && !closed;
    }

    boolean isFor(AgencyId agency) {
        return sent.agency().equals(agency);
    }

    /** The classes of words that are shown with the packet; the packet itself is one of legal matters. */
    Set<DataClass> shows() {
        Set<DataClass> shown = EnumSet.of(DataClass.LEGAL);
        shown.addAll(sent.classes());
        shown.retainAll(IN_A_PACKET);
        return shown;
    }

    /** Whoever sits over the packet acts for the agency that it was sent to, and has no account. */
    Actor agency() {
        UUID agency = sent.agency().value();
        return new Actor(new AccountId(agency), Set.of(Role.AGENCY), null, -1);
    }

    /** What came of it is told by whoever took it on; a coordinator may note it without that. */
    void refuseUnlessAccepted() {
        if (!accepted) {
            throw ReferralRefused.notAccepted();
        }
    }

    /** Which answers the agency may still give. */
    Set<Answer> open() {
        if (!stands() || outcomeKnown) {
            return Set.of();
        }
        if (!accepted) {
            return EnumSet.of(Answer.ACCEPTANCE, Answer.NON_ACCEPTANCE);
        }
        return started ? EnumSet.of(Answer.OUTCOME) : EnumSet.of(Answer.START, Answer.OUTCOME);
    }

    /** What an agency can answer. */
    enum Answer {
        ACCEPTANCE,
        NON_ACCEPTANCE,
        START,
        OUTCOME
    }
}

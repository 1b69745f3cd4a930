package org.troth.command.message;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.Receiver;
import org.troth.events.participant.Enrolment;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;

/** Says whether what a message is about still waits for its receiver, from the streams themselves. */
@Component
class Occasions {

    /** The answer, which holds as long as the preconditions do. */
    record Standing(boolean waits, long sequence, List<Precondition> preconditions) {}

    private final Streams streams;
    private final MatchInForce matches;
    private final ConsentInForce consents;
    private final LastWord words;
    private final Clock clock;

    Occasions(Streams streams, MatchInForce matches, ConsentInForce consents, LastWord words, Clock clock) {
        this.streams = streams;
        this.matches = matches;
        this.consents = consents;
        this.words = words;
        this.clock = clock;
    }

    Standing of(MessageQueued message) {
        List<RecordedFact> facts = streams.read(message.about().toString(), 0);
        Precondition about = new Precondition(message.about().toString(), facts.size() - 1L);
        return switch (message.occasion()) {
            case MATCH_PROPOSED ->
                wanted(facts, supported(facts, message.receiver(), isOpen(facts, message.receiver()), about));
            case MATCH_STARTED -> supported(facts, message.receiver(), isTogether(facts, message.receiver()), about);
            case CONSENT_ASKED -> alone(facts.stream().noneMatch(Occasions::isAnswer), about);
            case PRESENCE_ASKED -> presence(facts, about);
            case BOUNDARY_SET, BOUNDARY_CHANGED -> boundary(facts, about);
            case CAME_OF_AGE -> ofAge(new ParticipantId(message.about()), about);
            case CHANGE_ARRANGED -> supported(facts, message.receiver(), true, about);
            case REFERRAL_ANSWERED -> alone(true, about);
            case REFERRAL_SENT -> sent(facts, about);
            case REFERRAL_RECALLED -> alone(isToBeStopped(facts), about);
            case CHANGE_WAITS -> alone(isChangeDue(facts), about);
        };
    }

    private static Standing alone(boolean waits, Precondition about) {
        return new Standing(waits, about.lastSequence(), List.of(about));
    }

    /** Only as long as it stands that their day has come: it may have been noted by mistake, or another day since. */
    private Standing ofAge(ParticipantId participant, Precondition about) {
        String stream = YouthEvent.stream(participant);
        List<RecordedFact> youth = streams.read(stream, 0);
        boolean came = false;
        for (RecordedFact each : youth) {
            came = each.fact() instanceof CameOfAge
                    || (came
                            && !(each.fact() instanceof MinorityNoted)
                            && !(each.fact() instanceof MinorityNoteTakenBack));
        }
        return new Standing(came, about.lastSequence(), List.of(about, new Precondition(stream, youth.size() - 1L)));
    }

    /** Nothing of a match reaches a volunteer once support has ended, also before the match was ended for it. */
    private Standing supported(List<RecordedFact> facts, Receiver receiver, boolean waits, Precondition about) {
        if (!waits
                || receiver.kind() == Receiver.Kind.PARTICIPANT
                || !(facts.get(0).fact() instanceof MatchingEvent first)) {
            return alone(waits, about);
        }
        String participant = first.participant().toString();
        List<RecordedFact> theirs = streams.read(participant, 0);
        return new Standing(
                Enrolment.endedAfter(facts.get(0).position(), theirs).isEmpty(),
                about.lastSequence(),
                List.of(about, new Precondition(participant, theirs.size() - 1L)));
    }

    /** A proposal that rests on what stands on the record waits for nobody once they took back that they be looked for with it. */
    private Standing wanted(List<RecordedFact> facts, Standing standing) {
        MatchProposed last = null;
        for (RecordedFact each : facts) {
            last = each.fact() instanceof MatchProposed proposed ? proposed : last;
        }
        if (!standing.waits() || last == null || last.law().rule().equals(HouseLaw.MATCH_WITHOUT_RECORD.rule())) {
            return standing;
        }
        LastWord.Answer word = words.of(last.participant(), Purpose.MATCHING);
        List<Precondition> preconditions = new ArrayList<>(standing.preconditions());
        preconditions.addAll(word.preconditions());
        return new Standing(!word.stops(), standing.sequence(), preconditions);
    }

    /** Whether a proposal waits for this receiver's answer. */
    private static boolean isOpen(List<RecordedFact> facts, Receiver receiver) {
        UUID volunteer = null;
        Set<Side> answered = EnumSet.noneOf(Side.class);
        for (RecordedFact each : facts) {
            if (each.fact() instanceof MatchProposed proposed) {
                volunteer = proposed.volunteer().value();
                answered.clear();
            } else if (each.fact() instanceof MatchAccepted accepted) {
                answered.add(accepted.by());
            } else if (isEnd(each) || each.fact() instanceof MatchStarted) {
                volunteer = null;
            }
        }
        return volunteer != null && isOf(volunteer, receiver) && !answered.contains(side(receiver));
    }

    private static boolean isTogether(List<RecordedFact> facts, Receiver receiver) {
        UUID volunteer = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof MatchStarted started) {
                volunteer = started.volunteer().value();
            } else if (isEnd(each)) {
                volunteer = null;
            }
        }
        return volunteer != null && isOf(volunteer, receiver);
    }

    private static boolean isEnd(RecordedFact each) {
        return each.fact() instanceof MatchDeclined
                || each.fact() instanceof ProposalTakenBack
                || each.fact() instanceof MatchEnded
                || each.fact() instanceof MatchRequestClosed;
    }

    private static boolean isOf(@Nullable UUID volunteer, Receiver receiver) {
        return receiver.kind() == Receiver.Kind.PARTICIPANT || receiver.id().equals(volunteer);
    }

    private static Side side(Receiver receiver) {
        return receiver.kind() == Receiver.Kind.PARTICIPANT ? Side.PARTICIPANT : Side.VOLUNTEER;
    }

    private static boolean isAnswer(RecordedFact each) {
        return each.fact() instanceof ConsentGiven
                || each.fact() instanceof ConsentDeclined
                || each.fact() instanceof ConsentWithdrawn
                || each.fact() instanceof ConsentExpired
                || each.fact() instanceof PresenceAgreed
                || each.fact() instanceof PresenceDeclined;
    }

    /**
     * Something waits for the agency that has not opened or answered it, on a consent that is in force: a second after it was
     * taken back nobody there hears any more that there is something.
     */
    private Standing sent(List<RecordedFact> facts, Precondition about) {
        ReferralSent sent = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ReferralSent now) {
                sent = now;
            } else if (isHeardOf(each)) {
                sent = null;
            }
        }
        if (sent == null) {
            return alone(false, about);
        }
        ConsentInForce.Answer consent = consents.covers(
                sent.consent(),
                sent.participant(),
                Purpose.SHARING,
                Recipient.agency(sent.agency()),
                sent.classes(),
                LocalDate.now(clock));
        String participant = sent.participant().toString();
        List<RecordedFact> theirs = streams.read(participant, 0);
        String held = KeyEvent.stream(sent.participant().value());
        List<RecordedFact> keys = streams.read(held, 0);
        List<Precondition> preconditions = new ArrayList<>(consent.preconditions());
        preconditions.add(about);
        preconditions.add(new Precondition(participant, theirs.size() - 1L));
        preconditions.add(new Precondition(held, keys.size() - 1L));
        boolean waits = consent.inForce()
                && !Enrolment.hasEnded(theirs)
                && keys.stream().noneMatch(each -> each.fact() instanceof KeyDestroyed);
        return new Standing(waits, about.lastSequence(), preconditions);
    }

    /**
     * Whatever became of the consent, the person or the agency's answer since: whoever was not told must be. Who was never given
     * a way to open it, and has not answered, has nothing to stop using, and is left to know of nothing.
     */
    private static boolean isToBeStopped(List<RecordedFact> facts) {
        boolean inHand = false;
        boolean recalled = false;
        for (RecordedFact each : facts) {
            inHand = inHand
                    || each.fact() instanceof AgencyOpeningMade
                    || each.fact() instanceof ReferralAccepted
                    || each.fact() instanceof ReferralNotAccepted;
            recalled = (recalled || each.fact() instanceof ReferralRecalled)
                    && !(each.fact() instanceof RecallNoticeGiven);
        }
        return inHand && recalled;
    }

    private static boolean isHeardOf(RecordedFact each) {
        return each.fact() instanceof AgencySittingBegun
                || each.fact() instanceof ReferralAccepted
                || each.fact() instanceof ReferralNotAccepted
                || each.fact() instanceof ReferralOutcomeRecorded
                || each.fact() instanceof ReferralRecalled
                || each.fact() instanceof ReferralClosed;
    }

    /** A change that the second contact has to see to, until the two walk together no more. */
    private static boolean isChangeDue(List<RecordedFact> facts) {
        boolean due = false;
        for (RecordedFact each : facts) {
            due = !isEnd(each)
                    && (due || each.fact() instanceof ChangeOverdue || each.fact() instanceof SecondContactAsked);
        }
        return due;
    }

    /** Of a boundary nobody hears that was lifted, or whose match is over. */
    private Standing boundary(List<RecordedFact> facts, Precondition about) {
        for (RecordedFact each : facts) {
            if (each.fact() instanceof BoundarySet set) {
                return together(
                        set.match(), facts.stream().noneMatch(later -> later.fact() instanceof BoundaryLifted), about);
            }
        }
        return alone(false, about);
    }

    /** It waits while it can be answered: not after the day of the meeting, and not when nobody walks with them any more. */
    private Standing presence(List<RecordedFact> facts, Precondition about) {
        for (RecordedFact each : facts) {
            if (each.fact() instanceof PresenceAsked asked) {
                boolean over = asked.day().isBefore(LocalDate.now(clock));
                return together(asked.match(), !over && facts.stream().noneMatch(Occasions::isAnswer), about);
            }
        }
        return alone(false, about);
    }

    private Standing together(MatchId id, boolean waits, Precondition about) {
        MatchInForce.Standing match = matches.of(id);
        List<Precondition> preconditions = new ArrayList<>(match.preconditions());
        preconditions.add(about);
        return new Standing(match.started() && waits, about.lastSequence(), preconditions);
    }
}

package org.troth.command.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.law.LookLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyCreated;
import org.troth.events.keys.KeyKind;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.EnquiryInForce;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.PacketsInHand;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.volunteer.VolunteerStanding;

/**
 * Decides by the law of looking and by the relation between two people. A role or one's own record needs no question, but
 * for the words of an enquiry: once it was taken back nobody's role opens them, however late the views are. A match is
 * asked on its stream, and only where it is the ground; so is a change of the second contact. Whoever walks beside somebody
 * does so as long as they are qualified and the person has not said no to support: on the day after, and from that no on, the
 * match is no ground for them. What coordinators read for supporting somebody has that ground of its own; what they need for
 * ending, answering and putting right asks nothing. An agency sees what was sent to
 * it while it sits over it and the consent holds: both are asked on their streams, and both must still stand when the look is
 * recorded.
 */
@Component
final class Entitlements {

    /** The order in which grounds are tried: the nearest first, those that need a question last. */
    private static final List<Ground> STANDING = List.of(Ground.SELF, Ground.ROLE, Ground.OVERSIGHT);

    /** What there can be of an enquiry that has no name yet. */
    private static final Set<Words> OF_AN_ENQUIRY = Set.of(
            Words.ENQUIRY_WORDS, Words.ENQUIRY_ANSWER, Words.PARTICIPANT_CONTACT, Words.PARTICIPANT_CONTACT_ADVICE);

    private final LookLaw law = LookLaw.house();
    private final MatchInForce matches;
    private final SecondContactChanges changes;
    private final VolunteerStanding volunteers;
    private final EnquiryInForce enquiries;
    private final PacketsInHand packets;
    private final ConsentInForce consents;
    private final LastWord words;
    private final Streams streams;
    private final Clock clock;

    Entitlements(
            MatchInForce matches,
            SecondContactChanges changes,
            VolunteerStanding volunteers,
            EnquiryInForce enquiries,
            PacketsInHand packets,
            ConsentInForce consents,
            LastWord words,
            Streams streams,
            Clock clock) {
        this.matches = matches;
        this.changes = changes;
        this.volunteers = volunteers;
        this.enquiries = enquiries;
        this.packets = packets;
        this.consents = consents;
        this.words = words;
        this.streams = streams;
        this.clock = clock;
    }

    /** Why the actor may see this; empty when they may not. */
    Optional<Entitlement> to(Actor actor, PurposeOfUse purpose, Shown shown) {
        return shown.apart().keySet().stream().allMatch(thing -> isOf(shown.person(), thing))
                ? byGround(actor, purpose, shown)
                : Optional.empty();
    }

    /** Whether the key of this thing dies with this person, as the record said when it was born. */
    private boolean isOf(UUID person, UUID thing) {
        return streams.read(KeyEvent.stream(thing), 0).stream()
                .anyMatch(each -> each.fact() instanceof KeyCreated born
                        && born.kind() == KeyKind.JOINT_ANY
                        && born.holders().equals(List.of(person)));
    }

    private Optional<Entitlement> byGround(Actor actor, PurposeOfUse purpose, Shown shown) {
        for (Ground ground : STANDING) {
            for (Role role : inOrder(actor)) {
                if (permits(role, purpose, ground, shown) && stands(ground, actor, shown)) {
                    return ground == Ground.ROLE
                            ? unlessTakenBack(role, Ground.ROLE, shown, List.of())
                            : Optional.of(Entitlement.lasting(role, ground));
                }
                if (ground == Ground.SELF && permits(role, purpose, ground, shown)) {
                    Optional<Entitlement> own = byOtherRecord(actor, role, shown);
                    if (own.isPresent()) {
                        return own;
                    }
                }
            }
        }
        for (Role role : inOrder(actor)) {
            if (permits(role, purpose, Ground.SUPPORT, shown)) {
                Optional<Entitlement> supporting = unlessRefused(role, shown);
                if (supporting.isPresent()) {
                    return supporting;
                }
            }
        }
        for (Role role : inOrder(actor)) {
            if (permits(role, purpose, Ground.MATCH, shown)) {
                Optional<Entitlement> matched =
                        role == Role.SECOND_CONTACT ? byChange(shown) : byMatch(actor, role, shown);
                if (matched.isPresent()) {
                    return matched;
                }
            }
        }
        if (actor.is(Role.COORDINATOR) && permits(Role.COORDINATOR, purpose, Ground.CONSENT, shown)) {
            Optional<Entitlement> handing = toHandOver(shown);
            if (handing.isPresent()) {
                return handing;
            }
        }
        return actor.is(Role.AGENCY) && permits(Role.AGENCY, purpose, Ground.CONSENT, shown)
                ? byConsent(actor, shown)
                : Optional.empty();
    }

    /** Why the actor may compare a term with these words of everybody of a kind. */
    Optional<Entitlement> toSearch(Actor actor, PurposeOfUse purpose, SubjectKind kind, Set<DataClass> classes) {
        for (Ground ground : List.of(Ground.ROLE, Ground.OVERSIGHT)) {
            for (Role role : inOrder(actor)) {
                if (law.permits(role, purpose, ground, kind, classes, Words.of(classes))) {
                    return Optional.of(Entitlement.lasting(role, ground));
                }
            }
        }
        return Optional.empty();
    }

    /** In which role the actor may read the log of looks, about this person or in general. */
    Optional<Role> toLog(Actor actor, PurposeOfUse purpose, @Nullable UUID subject) {
        boolean own = subject != null && isOwn(actor, subject);
        return actor.roles().stream()
                .sorted()
                .filter(role -> law.permitsLog(role, purpose, Ground.OVERSIGHT)
                        || (own && law.permitsLog(role, purpose, Ground.SELF)))
                .findFirst();
    }

    private boolean isOwn(Actor actor, UUID subject) {
        UUID own = actor.person();
        return own != null
                && (subject.equals(own)
                        || (actor.is(Role.PARTICIPANT)
                                && SamePerson.of(new ParticipantId(own), streams)
                                        .is(subject)));
    }

    /** The same order every time, so that the record names the same role for the same look. */
    private static List<Role> inOrder(Actor actor) {
        return actor.roles().size() < 2
                ? List.copyOf(actor.roles())
                : actor.roles().stream().sorted().toList();
    }

    private static boolean stands(Ground ground, Actor actor, Shown shown) {
        return ground != Ground.SELF || shown.person().equals(actor.person());
    }

    /** The participant themselves, under another of their records, as long as the two are one person. */
    private Optional<Entitlement> byOtherRecord(Actor actor, Role role, Shown shown) {
        UUID own = actor.person();
        if (own == null || role != Role.PARTICIPANT || shown.kind() != SubjectKind.PARTICIPANT) {
            return Optional.empty();
        }
        SamePerson self = SamePerson.of(new ParticipantId(own), streams);
        return self.is(shown.person())
                ? Optional.of(new Entitlement(role, Ground.SELF, null, null, self.preconditions()))
                : Optional.empty();
    }

    private static boolean isOfAnEnquiry(Shown shown) {
        return shown.kind() == SubjectKind.PARTICIPANT && shown.words().stream().anyMatch(OF_AN_ENQUIRY::contains);
    }

    /** The words of an enquiry hang on its not being taken back, also where the rest hangs on something else. */
    private Optional<Entitlement> unlessTakenBack(Role role, Ground ground, Shown shown, List<Precondition> others) {
        if (!isOfAnEnquiry(shown)) {
            return Optional.of(new Entitlement(role, ground, null, null, others));
        }
        EnquiryInForce.Standing standing = enquiries.of(new ParticipantId(shown.person()));
        if (standing.takenBack()) {
            return Optional.empty();
        }
        List<Precondition> preconditions = new ArrayList<>(others);
        Precondition still = standing.precondition();
        if (still != null) {
            preconditions.add(still);
        }
        return Optional.of(new Entitlement(role, ground, null, null, preconditions));
    }

    /** What is read for supporting somebody: not from their No to support on, until they say yes again. */
    private Optional<Entitlement> unlessRefused(Role role, Shown shown) {
        LastWord.Answer word = words.of(new ParticipantId(shown.person()), Purpose.SUPPORT);
        return word.isRefused() ? Optional.empty() : unlessTakenBack(role, Ground.SUPPORT, shown, word.preconditions());
    }

    /** What leaves for an agency, on a yes to exactly that: it holds whatever was said about support. */
    private Optional<Entitlement> toHandOver(Shown shown) {
        ReferralId referral = shown.referral();
        ConsentId consent = shown.consent();
        if (referral == null || consent == null) {
            return Optional.empty();
        }
        List<RecordedFact> facts = streams.read(referral.toString(), 0);
        Precondition offeredStill = new Precondition(referral.toString(), facts.size() - 1L);
        return offeredNow(facts)
                .filter(offered -> offered.participant().value().equals(shown.person()))
                .map(offered -> consents.covers(
                        consent,
                        offered.participant(),
                        Purpose.SHARING,
                        Recipient.agency(offered.agency()),
                        shown.classes(),
                        LocalDate.now(clock)))
                .filter(ConsentInForce.Answer::inForce)
                .flatMap(answer -> unlessTakenBack(
                                Role.COORDINATOR, Ground.CONSENT, shown, with(offeredStill, answer.preconditions()))
                        .map(each -> new Entitlement(
                                each.role(), each.ground(), referral.value(), answer, each.preconditions())));
    }

    /** The offer from which something can still leave: neither declined nor closed, and nothing has left. */
    private static Optional<ReferralOffered> offeredNow(List<RecordedFact> facts) {
        ReferralOffered now = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ReferralOffered offered) {
                now = offered;
            } else if (each.fact() instanceof ReferralOfferDeclined
                    || each.fact() instanceof ReferralSent
                    || each.fact() instanceof ReferralClosed) {
                now = null;
            }
        }
        return Optional.ofNullable(now);
    }

    private static List<Precondition> with(Precondition one, List<Precondition> others) {
        List<Precondition> all = new ArrayList<>(others);
        all.add(one);
        return all;
    }

    /** The two of a match in which a change is the second contact's to arrange, as long as it goes on. */
    private Optional<Entitlement> byChange(Shown shown) {
        MatchId match = shown.match();
        if (match == null) {
            return Optional.empty();
        }
        SecondContactChanges.Change change = changes.change(match);
        boolean ofTheTwo = (change.participant() != null
                        && shown.person().equals(change.participant().value()))
                || (change.volunteer() != null
                        && shown.person().equals(change.volunteer().value()));
        return change.open() && ofTheTwo
                ? Optional.of(Entitlement.byMatch(Role.SECOND_CONTACT, match.value(), change.preconditions()))
                : Optional.empty();
    }

    /** What was sent to the agency on a consent, and nothing that the consent does not cover today. */
    private Optional<Entitlement> byConsent(Actor actor, Shown shown) {
        ReferralId referral = shown.referral();
        if (referral == null) {
            return Optional.empty();
        }
        AgencyId agency = new AgencyId(actor.account().value());
        PacketsInHand.InHand packet = packets.of(referral, agency, clock.instant());
        ParticipantId participant = packet.participant();
        ConsentId consent = packet.consent();
        if (!packet.open()
                || participant == null
                || consent == null
                || !consent.equals(shown.consent())
                || !participant.value().equals(shown.person())) {
            return Optional.empty();
        }
        ConsentInForce.Answer answer = consents.covers(
                consent,
                participant,
                Purpose.SHARING,
                Recipient.agency(agency),
                packet.classes(),
                LocalDate.now(clock));
        if (!answer.inForce()) {
            return Optional.empty();
        }
        List<Precondition> preconditions = new ArrayList<>(List.of(packet.precondition()));
        preconditions.addAll(answer.preconditions());
        return Optional.of(new Entitlement(Role.AGENCY, Ground.CONSENT, referral.value(), answer, preconditions));
    }

    private Optional<Entitlement> byMatch(Actor actor, Role role, Shown shown) {
        MatchId match = shown.match();
        UUID person = actor.person();
        if (match == null || person == null) {
            return Optional.empty();
        }
        MatchInForce.Standing standing = matches.of(match);
        UUID participant =
                standing.participant() == null ? null : standing.participant().value();
        UUID volunteer =
                standing.volunteer() == null ? null : standing.volunteer().value();
        if (role == Role.VOLUNTEER
                && participant != null
                && person.equals(volunteer)
                && standing.started()
                && !shown.person().equals(participant)) {
            return goalsOfOtherRecord(new VolunteerId(person), match, standing, new ParticipantId(participant), shown);
        }
        boolean theirs = role == Role.VOLUNTEER
                ? person.equals(volunteer) && shown.person().equals(participant)
                : participant != null
                        && isOwn(actor, participant)
                        && shown.person().equals(volunteer);
        if (!standing.started() || !theirs) {
            return Optional.empty();
        }
        return role == Role.VOLUNTEER
                ? whileQualified(new VolunteerId(person), match, standing).flatMap(each -> unlessRefused(each, shown))
                : Optional.of(Entitlement.byMatch(role, match.value(), asOnePerson(person, participant, standing)));
    }

    /** What is shown in the match of what the person set themselves under another record; whoever asks knows that it is shown. */
    private Optional<Entitlement> goalsOfOtherRecord(
            VolunteerId volunteer, MatchId match, MatchInForce.Standing standing, ParticipantId walking, Shown shown) {
        SamePerson self = SamePerson.of(walking, streams);
        if (!shown.words().equals(Set.of(Words.GOAL_WORDS)) || !self.is(shown.person())) {
            return Optional.empty();
        }
        return whileQualified(volunteer, match, standing)
                .map(each -> each.provided(self.preconditions()))
                .flatMap(each -> unlessRefused(each, shown));
    }

    /** Whoever looks under another of their records does so as long as the two are one person. */
    private List<Precondition> asOnePerson(UUID person, @Nullable UUID participant, MatchInForce.Standing standing) {
        if (person.equals(participant)) {
            return standing.preconditions();
        }
        List<Precondition> preconditions = new ArrayList<>(standing.preconditions());
        preconditions.addAll(SamePerson.of(new ParticipantId(person), streams).preconditions());
        return preconditions;
    }

    private Optional<Entitlement> whileQualified(VolunteerId volunteer, MatchId match, MatchInForce.Standing standing) {
        VolunteerStanding.Standing own = volunteers.of(volunteer, LocalDate.now(clock));
        if (!own.qualified()) {
            return Optional.empty();
        }
        List<Precondition> preconditions = new ArrayList<>(standing.preconditions());
        preconditions.add(own.precondition());
        return Optional.of(Entitlement.byMatch(Role.VOLUNTEER, match.value(), preconditions));
    }

    /** Whoever walks beside somebody sees nothing of theirs from their No to support on. */
    private Optional<Entitlement> unlessRefused(Entitlement walking, Shown shown) {
        LastWord.Answer word = words.of(new ParticipantId(shown.person()), Purpose.SUPPORT);
        if (word.isRefused()) {
            return Optional.empty();
        }
        return Optional.of(walking.provided(word.preconditions()));
    }

    private boolean permits(Role role, PurposeOfUse purpose, Ground ground, Shown shown) {
        return law.permits(role, purpose, ground, shown.kind(), shown.classes(), shown.words());
    }
}

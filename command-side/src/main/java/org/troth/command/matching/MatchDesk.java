package org.troth.command.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.charter.CharterAcknowledgements;
import org.troth.events.confidential.TagKind;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

/** Takes in what is asked about matches: whose side it is, what must still hold, and which places come and go with it. */
@Component
class MatchDesk {

    private static final int ATTEMPTS = 4;
    private static final String SECOND_CONTACT_ONLY = "act-second-contact";

    private final Dispatch dispatch;
    private final Permits permits;
    private final RecordedMatches matches;
    private final Places places;
    private final Enrolment enrolment;
    private final VolunteerStanding volunteers;
    private final ConflictCheck conflicts;
    private final CharterAcknowledgements charter;
    private final LastWord words;
    private final Clock clock;

    MatchDesk(
            Dispatch dispatch,
            Permits permits,
            RecordedMatches matches,
            Places places,
            Enrolment enrolment,
            VolunteerStanding volunteers,
            ConflictCheck conflicts,
            CharterAcknowledgements charter,
            LastWord words,
            Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.places = places;
        this.enrolment = enrolment;
        this.volunteers = volunteers;
        this.conflicts = conflicts;
        this.charter = charter;
        this.words = words;
        this.clock = clock;
    }

    /** The answer is the new match's identifier. It is asked for under the record that is followed: a person waits once. */
    Outcome request(Asked asked, MatchAsking said) {
        String route = "POST /matches";
        Fields fields = new Fields();
        var participant = fields.id("participant", said.participant(), ParticipantId::new);
        fields.check();
        permits.selfOrCoordinator(asked, route, participant.get().value());
        permits.onRecord(participant.get(), ParticipantEvent.class);
        MatchId id = new MatchId(UUID.randomUUID());
        try {
            return act(asked, What.of(route, participant.get()), () -> {
                SamePerson person = places.person(participant.get());
                Enrolment.Standing standing = enrolment.of(person.kept());
                return new Intent(
                        new RequestMatch(id, person.kept(), standing),
                        permits.asThemselves(asked, route, participant.get().value())
                                .provided(person.preconditions())
                                .provided(standing.precondition())
                                .taking(places.openMatch(person.kept())),
                        id.toString());
            });
        } catch (ClaimTaken taken) {
            throw taken.kind() == TagKind.OPEN_MATCH ? alreadyLooking(asked, participant.get()) : taken;
        }
    }

    /** Whoever asks for themselves is told so in words for them, and that it may stand under their other record. */
    private MatchRefused alreadyLooking(Asked asked, ParticipantId participant) {
        return MatchRefused.alreadyLooking(
                asked.actor().is(Role.PARTICIPANT),
                places.person(participant).all().size() > 1);
    }

    Outcome propose(Asked asked, MatchId id, Proposal said) {
        String route = "POST /matches/{id}/proposal";
        permits.coordinator(asked, route, person(matches.history(id)));
        Fields fields = new Fields();
        var volunteer = fields.id("volunteer", said.volunteer(), VolunteerId::new);
        var reasons = fields.codes("reasons", said.reasons(), 10, CodeList.FIT);
        fields.check();
        return act(asked, What.of(route, id, volunteer.get(), reasons.get()), () -> {
            MatchHistory match = matches.history(id);
            ParticipantId participant = match.participant();
            if (participant == null) {
                throw new NotOnRecord();
            }
            Enrolment.Standing support = supported(id, participant);
            VolunteerStanding.Standing standing = volunteers.of(volunteer.get(), LocalDate.now(clock));
            // Everything is asked, whatever the first answer is: how long a refusal takes must not say which it was.
            ConflictCheck.Finding conflict = conflicts.between(participant, volunteer.get());
            boolean parted = places.haveParted(participant, volunteer.get());
            boolean room = places.free(volunteer.get(), standing.capacity()).isPresent();
            LastWord.Answer word = words.of(participant, Purpose.MATCHING);
            return new Intent(
                    new ProposeVolunteer(
                            id,
                            volunteer.get(),
                            standing,
                            room,
                            parted || conflict.hindered(),
                            word.stops(),
                            reasons.get()),
                    provided(
                            unit(asked)
                                    .provided(support.precondition())
                                    .provided(standing.precondition())
                                    .provided(places.sameRecords(participant))
                                    .provided(word.preconditions()),
                            conflict),
                    id.toString());
        });
    }

    /** Whoever's support has ended is looked for no more, also before the match itself is closed for it; whose wish it was is not told. */
    private Enrolment.Standing supported(MatchId match, ParticipantId participant) {
        Enrolment.Standing support = enrolment.of(participant);
        if (!support.supported() || matches.isOutlived(match, participant)) {
            throw MatchRefused.requestClosed();
        }
        return support;
    }

    private static Unit provided(Unit unit, ConflictCheck.Finding conflict) {
        conflict.preconditions().forEach(unit::provided);
        return unit;
    }

    /** A place that is taken between the look and the record is looked for again. */
    Outcome accept(Asked asked, MatchId id, MatchSide said) {
        String route = "POST /matches/{id}/acceptance";
        Side side = side(asked, route, id, said);
        for (int attempt = 1; ; attempt++) {
            try {
                return act(asked, What.of(route, id, side), () -> acceptance(asked, route, id, side));
            } catch (ClaimTaken taken) {
                if (taken.kind() != TagKind.VOLUNTEER_PLACE || attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /** Each of their own will: whoever has an account says yes with it, and nobody writes it down for them. */
    private void ownYes(Asked asked, Side side, UUID person) {
        if (!permits.isSelf(asked, person) && places.hasAccount(side, person)) {
            throw MatchRefused.ownYes();
        }
    }

    private Intent acceptance(Asked asked, String route, MatchId id, Side side) {
        MatchHistory match = now(asked, route, id);
        ParticipantId participant = match.participant();
        VolunteerId volunteer = match.volunteer();
        if (participant == null || volunteer == null) {
            throw MatchRefused.nothingProposed();
        }
        ownYes(asked, side, side == Side.PARTICIPANT ? participant.value() : volunteer.value());
        Enrolment.Standing support = supported(id, participant);
        VolunteerStanding.Standing standing = volunteers.of(volunteer, LocalDate.now(clock));
        ConflictCheck.Finding conflict = conflicts.between(participant, volunteer);
        LastWord.Answer word = words.of(participant, Purpose.MATCHING);
        boolean parted = places.haveParted(participant, volunteer);
        if (parted || conflict.hindered()) {
            Unit released = releasingPlace(unit(asked, route, match), id, match)
                    .provided(support.precondition())
                    .provided(standing.precondition())
                    .provided(places.sameRecords(participant));
            return new Intent(
                    new AcceptMatch(id, side, standing, false, false, true),
                    provided(released, conflict),
                    id.toString());
        }
        if (word.stops() && match.restsOnRecord()) {
            return new Intent(
                    new TakeBackProposal(id),
                    provided(
                            releasingPlace(unit(asked, route, match), id, match).provided(word.preconditions()),
                            conflict),
                    id.toString());
        }
        Unit unit = provided(
                unit(asked, route, match)
                        .provided(match.precondition())
                        .provided(word.preconditions())
                        .provided(support.precondition())
                        .provided(standing.precondition())
                        .provided(places.sameRecords(participant)),
                conflict);
        Optional<Claim> place = side == Side.VOLUNTEER && !match.holdsPlace()
                ? places.free(volunteer, standing.capacity())
                : Optional.empty();
        place.ifPresent(unit::taking);
        boolean read = side == Side.PARTICIPANT || hasRead(asked, volunteer);
        return new Intent(new AcceptMatch(id, side, standing, place.isPresent(), true, read), unit, id.toString());
    }

    /** What a volunteer told a coordinator is written down; whether they have read the charter then waits on the worklist. */
    private boolean hasRead(Asked asked, VolunteerId volunteer) {
        return !permits.isSelf(asked, volunteer.value()) || charter.acknowledged(volunteer.value());
    }

    Outcome decline(Asked asked, MatchId id, MatchSide said) {
        String route = "POST /matches/{id}/declining";
        Side side = side(asked, route, id, said);
        return act(asked, What.of(route, id, side), () -> {
            MatchHistory match = now(asked, route, id);
            return new Intent(
                    new DeclineMatch(id, side),
                    keepingApart(releasingPlace(unit(asked, route, match), id, match), match),
                    id.toString());
        });
    }

    Outcome askForChange(Asked asked, MatchId id, MatchSide said) {
        String route = "POST /matches/{id}/change";
        Side side = side(asked, route, id, said);
        return act(asked, What.of(route, id, side), () -> {
            MatchHistory match = now(asked, route, id);
            Unit unit = unit(asked, route, match).provided(match.precondition());
            return new Intent(
                    new AskForChange(id, side), match.started() ? keepingApart(unit, match) : unit, id.toString());
        });
    }

    /** Whatever was asked; also where nothing was agreed on about it before. */
    Outcome sayNo(Asked asked, MatchId id, MatchSide said) {
        String route = "POST /matches/{id}/no";
        Side side = side(asked, route, id, said);
        return act(asked, What.of(route, id, side), () -> {
            MatchHistory match = now(asked, route, id);
            MatchInForce.Standing standing = matches.of(id);
            if (!standing.started()) {
                throw MatchRefused.notStarted();
            }
            return new Intent(
                    new SayNoToRequest(id, side),
                    unit(asked, route, match).provided(standing.preconditions()),
                    id.toString());
        });
    }

    private Unit keepingApart(Unit unit, MatchHistory match) {
        ParticipantId participant = match.participant();
        VolunteerId volunteer = match.volunteer();
        return participant == null || volunteer == null ? unit : places.keepingApart(unit, participant, volunteer);
    }

    Outcome end(Asked asked, MatchId id, MatchEnding said) {
        String route = "POST /matches/{id}/end";
        mayEnd(asked, route, matches.history(id));
        Fields fields = new Fields();
        var reason = fields.choice("reason", said.reason(), EndReason.class);
        if (reason.orNull() == EndReason.SUPPORT_ENDED) {
            fields.refuse("reason", "choice", Phrase.of("command.dispatch.choice"));
        }
        fields.check();
        if (asked.actor().is(Role.SECOND_CONTACT) && reason.get() != EndReason.CHANGE_ARRANGED) {
            throw permits.refuse(asked, route, person(matches.history(id)), SECOND_CONTACT_ONLY);
        }
        return act(
                asked,
                What.of(route, id, reason.get()),
                () -> new Intent(
                        new EndMatch(id, reason.get()),
                        releasingAll(unit(asked), id, matches.history(id)),
                        id.toString()));
    }

    /** A coordinator; and the second contact what is theirs to arrange, also when the same is sent again afterwards. */
    private void mayEnd(Asked asked, String route, MatchHistory match) {
        if (!asked.actor().is(Role.SECOND_CONTACT)) {
            permits.coordinator(asked, route, person(match));
        } else if (!match.isWithSecondContact()) {
            throw permits.refuse(asked, route, person(match), SECOND_CONTACT_ONLY);
        }
    }

    Outcome close(Asked asked, MatchId id) {
        String route = "POST /matches/{id}/closing";
        permits.selfOrCoordinator(asked, route, person(matches.history(id)));
        return act(asked, What.of(route, id), () -> {
            MatchHistory match = matches.history(id);
            return new Intent(
                    new CloseMatchRequest(id), releasingAll(unit(asked, route, match), id, match), id.toString());
        });
    }

    /**
     * Whose side is acting: one of the two for themselves, or a coordinator for the side that they name. A volunteer of the
     * past is let in here, so that their repeated request finds its answer, and no further: see {@link #now}.
     */
    private Side side(Asked asked, String route, MatchId id, MatchSide said) {
        MatchHistory match = matches.history(id);
        UUID participant = person(match);
        UUID actor = asked.actor().person();
        Side own = permits.isSelf(asked, participant)
                ? Side.PARTICIPANT
                : match.wasProposed(actor) && permits.isSelf(asked, actor) ? Side.VOLUNTEER : null;
        if (own == null && !asked.actor().is(Role.COORDINATOR)) {
            throw permits.refuse(asked, route, participant, Permits.OWN_RECORD_ONLY);
        }
        if (participant == null) {
            throw new NotOnRecord();
        }
        if (own != null && (said.side() == null || said.side().isBlank())) {
            return own;
        }
        Fields fields = new Fields();
        var named = fields.choice("side", said.side(), Side.class);
        fields.check();
        if (own != null && named.get() != own) {
            throw permits.refuse(asked, route, participant, Permits.OWN_RECORD_ONLY);
        }
        return named.get();
    }

    /** The match as it is now, for one who is still in it or a coordinator. */
    private MatchHistory now(Asked asked, String route, MatchId id) {
        MatchHistory match = matches.history(id);
        UUID actor = asked.actor().person();
        if (match.wasProposed(actor) && !match.isVolunteer(actor)) {
            throw permits.refuse(asked, route, person(match), Permits.OWN_RECORD_ONLY);
        }
        return match;
    }

    private Unit releasingPlace(Unit unit, MatchId id, MatchHistory match) {
        unit.provided(match.precondition());
        VolunteerId volunteer = match.volunteer();
        if (volunteer != null && match.holdsPlace()) {
            places.heldBy(id, volunteer).ifPresent(unit::releasing);
        }
        return unit;
    }

    private Unit releasingAll(Unit unit, MatchId id, MatchHistory match) {
        releasingPlace(unit, id, match);
        ParticipantId participant = match.participant();
        return participant == null ? unit : unit.releasing(places.openMatch(participant));
    }

    private static @Nullable UUID person(MatchHistory match) {
        ParticipantId participant = match.participant();
        return participant == null ? null : participant.value();
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    /** Of the participant of this match, as long as they are that; of a volunteer or a coordinator as they are. */
    private Unit unit(Asked asked, String route, MatchHistory match) {
        return permits.asThemselves(asked, route, person(match));
    }

    private static Unit unit(Asked asked) {
        return new Unit(asked.actor(), asked.request());
    }
}

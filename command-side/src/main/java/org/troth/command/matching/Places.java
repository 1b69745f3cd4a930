package org.troth.command.matching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.merging.OncePerPerson;
import org.troth.events.merging.SamePerson;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * What matching claims: a participant's one open match, a volunteer's numbered places, and pairs that parted. Everybody who
 * sees the same places taken picks the same free one, so that two acceptances at once cannot both pass.
 */
@Component
class Places {

    private static final int MOST = 20;

    private final Tags tags;
    private final Streams streams;

    Places(Tags tags, Streams streams) {
        this.tags = tags;
        this.streams = streams;
    }

    Claim openMatch(ParticipantId participant) {
        return OncePerPerson.openMatch(tags, participant);
    }

    Claim parted(ParticipantId participant, VolunteerId volunteer) {
        return claim(TagKind.PARTED_PAIR, participant + "/" + volunteer);
    }

    /** Whether one of the two wishes not to be proposed to the other again, under whichever record of the participant. */
    boolean haveParted(ParticipantId participant, VolunteerId volunteer) {
        boolean parted = false;
        for (ParticipantId each : SamePerson.of(participant, streams).all()) {
            parted |= isHeld(parted(each, volunteer));
        }
        return parted;
    }

    /** Who this is, under which records. */
    SamePerson person(ParticipantId participant) {
        return SamePerson.of(participant, streams);
    }

    /** Which records are this person's: as long as these hold, what was asked of all of them was asked of the right ones. */
    List<Precondition> sameRecords(ParticipantId participant) {
        return SamePerson.of(participant, streams).preconditions();
    }

    /** Whether this person has an account, a participant under whichever of their records. */
    boolean hasAccount(Side side, UUID person) {
        List<UUID> records = side == Side.VOLUNTEER
                ? List.of(person)
                : SamePerson.of(new ParticipantId(person), streams).all().stream()
                        .map(ParticipantId::value)
                        .toList();
        // Merging holds what is once at most for a person, too: only an account is one.
        return records.stream()
                .flatMap(each -> streams.readHolder(OncePerPerson.account(tags, each)).stream())
                .anyMatch(each -> each.fact() instanceof AccountEvent);
    }

    /** Keeps the two apart from now on, if they are not already. */
    Unit keepingApart(Unit unit, ParticipantId participant, VolunteerId volunteer) {
        Claim parted = parted(participant, volunteer);
        return isHeld(parted) ? unit : unit.taking(parted);
    }

    /** Keeps the two apart no longer, if it is this match that does. */
    Unit bringingTogether(Unit unit, MatchId match, ParticipantId participant, VolunteerId volunteer) {
        Claim parted = parted(participant, volunteer);
        return holds(match, streams.readHolder(parted)) ? unit.releasing(parted) : unit;
    }

    /** The lowest free place; empty when as many are taken as the volunteer has, whatever their numbers. */
    Optional<Claim> free(VolunteerId volunteer, int capacity) {
        List<Claim> places = places(volunteer);
        List<Claim> free = places.stream()
                .filter(each -> streams.readHolder(each).isEmpty())
                .toList();
        return places.size() - free.size() >= capacity ? Optional.empty() : Optional.of(free.get(0));
    }

    /** The place that this match has taken. */
    Optional<Claim> heldBy(MatchId match, VolunteerId volunteer) {
        return places(volunteer).stream()
                .filter(each -> holds(match, streams.readHolder(each)))
                .findFirst();
    }

    private boolean isHeld(Claim claim) {
        return !streams.readHolder(claim).isEmpty();
    }

    private static boolean holds(MatchId match, List<RecordedFact> holder) {
        return !holder.isEmpty() && holder.get(0).aggregateId().equals(match.toString());
    }

    private List<Claim> places(VolunteerId volunteer) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> claim(TagKind.VOLUNTEER_PLACE, volunteer + "/" + number))
                .toList();
    }

    private Claim claim(TagKind kind, String value) {
        return new Claim(kind, tags.tag(kind, value));
    }
}

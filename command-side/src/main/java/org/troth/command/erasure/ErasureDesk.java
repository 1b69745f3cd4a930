package org.troth.command.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.erasure.ErasureRequest.Forgetting;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent;

/**
 * Takes in that somebody asks to be forgotten: from them, or from a coordinator whom they told. To take it back is theirs
 * alone, so that nobody can talk a request away. No reason is asked, and nothing else depends on it.
 */
@Component
class ErasureDesk {

    /** Whose request it is. */
    record Whose(UUID person, Side side) {}

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final Clock clock;

    ErasureDesk(Dispatch dispatch, Permits permits, Streams streams, Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.clock = clock;
    }

    /** The answer is the request's identifier; whoever asks again while one waits is told that one, and its day stays. */
    Outcome ask(Asked asked, Forgetting said) {
        String route = "POST /erasures";
        Whose whose = mayAsk(asked, route, said);
        LocalDate askedOn = askedOn(asked, whose, said);
        UUID erasure = UUID.randomUUID();
        return dispatch.act(
                asked.actor(), asked.request(), asked.key(), What.of(route, whose.person(), askedOn), () -> {
                    ErasureHistory history = ErasureHistory.of(whose.person(), streams);
                    ErasureHistory waiting = waiting(history, whose);
                    if (waiting != null) {
                        boolean self = permits.isSelf(asked, whose.person());
                        return new Intent(
                                new Facts(self ? waiting.askedThemselves(askedOn) : List.of()),
                                unit(asked, route, whose.person(), waiting),
                                waiting.open().orElseThrow().toString());
                    }
                    ErasureRequested requested = new ErasureRequested(
                            whose.person(),
                            whose.side(),
                            erasure,
                            askedOn,
                            askedOn.plus(HouseLaw.ERASURE_ANSWER),
                            HouseLaw.ERASURE_ASKING);
                    return new Intent(
                            new Facts(List.of(history.next(requested))),
                            unit(asked, route, whose.person(), history),
                            erasure.toString());
                });
    }

    /** Today, or the earlier day that a coordinator was told; the time to answer runs from it. */
    private LocalDate askedOn(Asked asked, Whose whose, Forgetting said) {
        LocalDate today = LocalDate.now(clock);
        if (permits.isSelf(asked, whose.person())) {
            return today;
        }
        Fields fields = new Fields();
        var day = fields.dayIfAny("askedOn", said.askedOn());
        LocalDate told = day.orNull();
        if (told != null && told.isAfter(today)) {
            fields.refuse("askedOn", "past", Phrase.of("command.erasure.day-to-come"));
        }
        if (told != null && told.isBefore(today.minusYears(1))) {
            fields.refuse("askedOn", "year", Phrase.of("command.erasure.day-long-ago"));
        }
        fields.check();
        return told == null ? today : told;
    }

    /** What was asked under any record of the person is asked of all of them, as long as they are one. */
    private @Nullable ErasureHistory waiting(ErasureHistory own, Whose whose) {
        if (own.open().isPresent()) {
            return own;
        }
        return whose.side() == Side.PARTICIPANT
                ? recordsOf(whose.person()).stream()
                        .map(each -> ErasureHistory.of(each, streams))
                        .filter(each -> each.open().isPresent())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private List<UUID> recordsOf(UUID participant) {
        return SamePerson.of(new ParticipantId(participant), streams).all().stream()
                .map(ParticipantId::value)
                .toList();
    }

    /** Taken back again, nothing is added. */
    Outcome takeBack(Asked asked, UUID erasure) {
        String route = "POST /erasures/{erasure}/withdrawal";
        UUID person = whoAsked(asked, erasure);
        if (person == null) {
            throw permits.refuse(asked, route, null, Permits.OWN_RECORD_ONLY);
        }
        ErasureRequestTakenBack back =
                new ErasureRequestTakenBack(person, ownSide(asked), erasure, HouseLaw.ERASURE_ASKING);
        return dispatch.act(asked.actor(), asked.request(), asked.key(), What.of(route, erasure), () -> {
            ErasureHistory history = ErasureHistory.of(person, streams);
            boolean waits = history.open().filter(erasure::equals).isPresent();
            return new Intent(
                    new Facts(waits ? List.of(history.next(back)) : List.of()),
                    unit(asked, route, person, history),
                    erasure.toString());
        });
    }

    /** Under which of their own records the actor asked it; absent where they did not. */
    private @Nullable UUID whoAsked(Asked asked, UUID erasure) {
        UUID own = asked.actor().person();
        if (own == null || !permits.isSelf(asked, own)) {
            return null;
        }
        List<UUID> records = ownSide(asked) == Side.PARTICIPANT ? recordsOf(own) : List.of(own);
        return records.stream()
                .filter(each -> ErasureHistory.of(each, streams).wasAsked(erasure))
                .findFirst()
                .orElse(null);
    }

    /** Who would be forgotten, for whoever may ask it; the form itself shows nothing of them. */
    Whose mayAsk(Asked asked, String route, Forgetting said) {
        Fields fields = new Fields();
        var participant = fields.idIfAny("participant", said.participant(), ParticipantId::new);
        var volunteer = fields.idIfAny("volunteer", said.volunteer(), VolunteerId::new);
        ParticipantId asking = participant.orNull();
        VolunteerId walking = volunteer.orNull();
        UUID own = asked.actor().person();
        if (asking != null && walking != null) {
            fields.refuse("volunteer", "one-person", Phrase.of("command.erasure.one-not-two"));
        }
        fields.check();
        if (asking != null) {
            return mayAsk(asked, route, new Whose(asking.value(), Side.PARTICIPANT), ParticipantEvent.class);
        }
        if (walking != null) {
            return mayAsk(asked, route, new Whose(walking.value(), Side.VOLUNTEER), VolunteerEvent.class);
        }
        if (own == null || !permits.isSelf(asked, own)) {
            throw permits.refuse(asked, route, null, Permits.OWN_RECORD_ONLY);
        }
        return new Whose(own, ownSide(asked));
    }

    private Whose mayAsk(Asked asked, String route, Whose whose, Class<? extends Fact> family) {
        permits.selfOrCoordinator(asked, route, whose.person());
        permits.onRecord(whose.person(), family);
        return whose;
    }

    private static Side ownSide(Asked asked) {
        return asked.actor().is(Role.PARTICIPANT) ? Side.PARTICIPANT : Side.VOLUNTEER;
    }

    private Unit unit(Asked asked, String route, UUID person, ErasureHistory history) {
        return permits.asThemselves(asked, route, person).provided(history.precondition());
    }
}

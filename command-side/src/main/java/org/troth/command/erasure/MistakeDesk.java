package org.troth.command.erasure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.erasure.ErasureDesk.Whose;
import org.troth.command.erasure.ErasureRequest.Mistake;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.erasure.ErasureEvent.ErasureNotedByMistake;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent;

/**
 * Takes away what a coordinator noted by mistake about being forgotten. Another coordinator does it, so that two have looked; and
 * never with what the person asked themselves.
 */
@Component
class MistakeDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;

    MistakeDesk(Dispatch dispatch, Permits permits, Streams streams) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
    }

    /** For whom, and which request waits; absent where none does. */
    record Form(Whose whose, @Nullable UUID waiting) {}

    /** Whether one waits is shown, and that it was is on the record first. */
    Form open(Asked asked, PurposeOfUse purpose, Mistake said) {
        String route = "GET /erasures/mistake";
        Whose whose = whose(asked, route, said);
        permits.show(
                asked,
                purpose,
                route,
                whose.side() == Side.PARTICIPANT ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER,
                whose.person(),
                null);
        return new Form(whose, ErasureHistory.of(whose.person(), streams).open().orElse(null));
    }

    /** Taken away again, nothing is added. */
    Outcome takeAway(Asked asked, UUID erasure, Mistake said) {
        String route = "POST /erasures/{erasure}/mistake";
        Whose whose = whose(asked, route, said);
        if (!ErasureHistory.of(whose.person(), streams).wasAsked(erasure)) {
            throw new NotOnRecord();
        }
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.ERASURE_MISTAKE);
        fields.check();
        ErasureNotedByMistake mistake = new ErasureNotedByMistake(
                whose.person(), whose.side(), erasure, reason.get(), HouseLaw.ERASURE_MISTAKE);
        return permits.recordingRefusals(
                asked,
                route,
                whose.person(),
                () -> dispatch.act(
                        asked.actor(), asked.request(), asked.key(), What.of(route, erasure, reason.get()), () -> {
                            ErasureHistory history = ErasureHistory.of(whose.person(), streams);
                            boolean waits =
                                    history.open().filter(erasure::equals).isPresent();
                            if (waits) {
                                refuseUnlessMistaken(asked, history, erasure);
                            }
                            return new Intent(
                                    new Facts(waits ? List.of(history.next(mistake)) : List.of()),
                                    new Unit(asked.actor(), asked.request()).provided(history.precondition()),
                                    erasure.toString());
                        }));
    }

    private static void refuseUnlessMistaken(Asked asked, ErasureHistory history, UUID erasure) {
        if (history.askedThemselves(erasure)) {
            throw ErasureRefused.askedThemselves();
        }
        if (history.wasNotedBy(asked.actor().account())) {
            throw ErasureRefused.ownNote();
        }
    }

    private Whose whose(Asked asked, String route, Mistake said) {
        Fields fields = new Fields();
        var participant = fields.idIfAny("participant", said.participant(), ParticipantId::new);
        var volunteer = fields.idIfAny("volunteer", said.volunteer(), VolunteerId::new);
        ParticipantId asking = participant.orNull();
        VolunteerId walking = volunteer.orNull();
        if ((asking == null) == (walking == null)) {
            fields.refuse("participant", "one-person", Phrase.of("command.erasure.one-person"));
        }
        fields.check();
        if (asking != null) {
            return permitted(asked, route, new Whose(asking.value(), Side.PARTICIPANT), ParticipantEvent.class);
        }
        if (walking != null) {
            return permitted(asked, route, new Whose(walking.value(), Side.VOLUNTEER), VolunteerEvent.class);
        }
        throw new IllegalStateException("nobody is named");
    }

    private Whose permitted(Asked asked, String route, Whose whose, Class<? extends Fact> family) {
        permits.coordinator(asked, route, whose.person());
        permits.onRecord(whose.person(), family);
        return whose;
    }
}

package org.troth.command.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent;

/** Takes in when in the week a participant has time: from them, or from a coordinator whom they told. */
@Component
class AvailabilityDesk {

    /** When in the week they have time, codes of the programme; none takes back what was said. */
    record Availability(@Nullable List<String> times) {

        static Availability orNone(@Nullable Availability said) {
            return said == null ? new Availability(null) : said;
        }
    }

    private final Dispatch dispatch;
    private final Permits permits;

    AvailabilityDesk(Dispatch dispatch, Permits permits) {
        this.dispatch = dispatch;
        this.permits = permits;
    }

    Outcome state(Asked asked, ParticipantId id, Availability said) {
        String route = "POST /participants/{id}/availability";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var times = fields.codes("times", said.times(), 20, CodeList.TIMES);
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        List<String> inOrder = CodeList.TIMES.inOrder(times.get());
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, inOrder),
                () -> new Intent(
                        new StateAvailability(id, inOrder),
                        permits.asThemselves(asked, route, id.value()),
                        id.toString()));
    }

    void mayOpenForm(Asked asked, ParticipantId id) {
        permits.selfOrCoordinator(asked, "GET /participants/{id}/availability", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }
}

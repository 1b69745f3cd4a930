package org.troth.command.participant;

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
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** Takes in that support ends or begins again, and whether somebody may be asked after it how they are. */
@Component
class ClosureDesk {

    /** Only the person themselves may wish to be asked: nobody says it for them. */
    private static final String PERSON_ONLY = "act-person";

    private static final String THEIR_WISH = "their-wish";

    /**
     * Why support ends.
     *
     * @param reason a code of the programme; the person themselves needs none
     */
    record Closing(@Nullable String reason) {

        static Closing orNone(@Nullable Closing said) {
            return said == null ? new Closing(null) : said;
        }
    }

    /**
     * That they may be asked once how they are.
     *
     * @param from the first day on which they may be asked, like 2026-11-21
     * @param channel PHONE, TEXT_MESSAGE, EMAIL or POST: one that is marked as safe
     */
    record FollowUp(@Nullable String from, @Nullable String channel) {}

    /** What came of asking them, a code of the programme. */
    record FollowUpOutcome(@Nullable String outcome) {}

    private final Dispatch dispatch;
    private final Permits permits;

    ClosureDesk(Dispatch dispatch, Permits permits) {
        this.dispatch = dispatch;
        this.permits = permits;
    }

    Outcome close(Asked asked, ParticipantId id, Closing said) {
        String route = "POST /participants/{id}/closure";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        String given = said.reason();
        String reason = (given == null || given.isBlank()) && permits.isSelf(asked, id.value()) ? THEIR_WISH : given;
        var code = fields.code("reason", reason, CodeList.ENDING);
        fields.check();
        return act(asked, route, id, What.of(route, id, code.get()), new CloseCase(id, code.get()));
    }

    Outcome reopen(Asked asked, ParticipantId id) {
        String route = "POST /participants/{id}/reopening";
        permits.selfOrCoordinator(asked, route, id.value());
        return act(asked, route, id, What.of(route, id), new ReopenCase(id));
    }

    Outcome chooseFollowUp(Asked asked, ParticipantId id, FollowUp said) {
        String route = "POST /participants/{id}/follow-up";
        personThemselves(asked, route, id);
        Fields fields = new Fields();
        var from = fields.day("from", said.from());
        var channel = fields.choice("channel", said.channel(), ContactChannel.class);
        fields.check();
        return act(
                asked,
                route,
                id,
                What.of(route, id, from.get(), channel.get()),
                new ChooseFollowUp(id, from.get(), channel.get()));
    }

    /** The person may tell it to a coordinator. */
    Outcome dropFollowUp(Asked asked, ParticipantId id) {
        String route = "POST /participants/{id}/follow-up/dropping";
        permits.selfOrCoordinator(asked, route, id.value());
        return act(asked, route, id, What.of(route, id), new DropFollowUp(id));
    }

    Outcome noteFollowUp(Asked asked, ParticipantId id, FollowUpOutcome said) {
        String route = "POST /participants/{id}/follow-up/outcome";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var outcome = fields.code("outcome", said.outcome(), CodeList.FOLLOW_UP);
        fields.check();
        return act(asked, route, id, What.of(route, id, outcome.get()), new NoteFollowUp(id, outcome.get()));
    }

    void mayOpenClosing(Asked asked, ParticipantId id) {
        permits.selfOrCoordinator(asked, "GET /participants/{id}/closure", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    void mayOpenFollowUp(Asked asked, ParticipantId id) {
        personThemselves(asked, "GET /participants/{id}/follow-up", id);
        permits.onRecord(id, ParticipantEvent.class);
    }

    void mayOpenFollowUpOutcome(Asked asked, ParticipantId id) {
        permits.coordinator(asked, "GET /participants/{id}/follow-up/outcome", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    private void personThemselves(Asked asked, String route, ParticipantId id) {
        if (!permits.isSelf(asked, id.value())) {
            throw permits.refuse(asked, route, id.value(), PERSON_ONLY);
        }
    }

    private Outcome act(Asked asked, String route, ParticipantId id, String what, Object command) {
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                what,
                () -> new Intent(command, permits.asThemselves(asked, route, id.value()), id.toString()));
    }
}

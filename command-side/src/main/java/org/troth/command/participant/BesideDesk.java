package org.troth.command.participant;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.Hearer;
import org.troth.events.recording.Unit;

/** Takes in that something was told for the first time, and who beside a participant is named or taken out. */
@Component
class BesideDesk {

    /** The choice that stands for none: a form has to say it, a fact has not. */
    private static final String NOTHING_WISHED = "nothing-wished";

    /**
     * That something was told for the first time.
     *
     * @param heardBy COORDINATOR, VOLUNTEER or SOMEBODY_ELSE
     * @param nextStep what they wish to be done next, a code of the programme
     */
    record FirstTelling(@Nullable String heardBy, @Nullable String nextStep) {}

    /**
     * Somebody beside them.
     *
     * @param name as the participant calls them; at most 200 characters
     * @param relation who that is to them, a code of the programme
     * @param need why they are named, a code of the programme
     */
    record OtherPerson(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String need) {

        @Override
        public String toString() {
            return "OtherPerson";
        }
    }

    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;
    private final AddedWords added;

    BesideDesk(Dispatch dispatch, Permits permits, Sealer sealer, AddedWords added) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.added = added;
    }

    Outcome noteFirstTelling(Asked asked, ParticipantId id, FirstTelling said) {
        String route = "POST /participants/{id}/first-tellings";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var heardBy = fields.choice("heardBy", said.heardBy(), Hearer.class);
        var step = fields.code("nextStep", said.nextStep(), CodeList.FIRST_STEP);
        fields.check();
        String nextStep = step.get().equals(NOTHING_WISHED) ? null : step.get();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, heardBy.get(), step.get()),
                () -> new Intent(
                        new NoteFirstTelling(id, heardBy.get(), nextStep),
                        added.mayAllBeAdded(new Unit(asked.actor(), asked.request()), id, "heardBy"),
                        id.toString()));
    }

    Outcome takeFirstStep(Asked asked, ParticipantId id, String number) {
        String route = "POST /participants/{id}/first-tellings/{number}/step";
        permits.coordinator(asked, route, id.value());
        int which = which(number);
        return act(asked, id, What.of(route, id, which), () -> new TakeFirstStep(id, which));
    }

    Outcome name(Asked asked, ParticipantId id, OtherPerson said) {
        String route = "POST /participants/{id}/others";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var name = fields.line("name", said.name(), 200);
        var relation = fields.code("relation", said.relation(), CodeList.RELATION);
        var need = fields.code("need", said.need(), CodeList.NAMED_FOR);
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, name.get(), relation.get(), need.get()),
                () -> new Intent(
                        new NameOtherPerson(
                                id,
                                sealer.seal(Words.PARTICIPANT_OTHER_PERSON, id.value(), name.get()),
                                relation.get(),
                                need.get()),
                        permits.isSelf(asked, id.value())
                                ? permits.asThemselves(asked, route, id.value())
                                : added.mayAllBeAdded(new Unit(asked.actor(), asked.request()), id, "name"),
                        id.toString()));
    }

    Outcome takeOut(Asked asked, ParticipantId id, String number) {
        String route = "POST /participants/{id}/others/{number}/removal";
        permits.selfOrCoordinator(asked, route, id.value());
        int which = which(number);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, which),
                () -> new Intent(
                        new TakeOtherPersonOut(id, which),
                        permits.asThemselves(asked, route, id.value()),
                        id.toString()));
    }

    void mayOpenFirstTelling(Asked asked, ParticipantId id) {
        permits.coordinator(asked, "GET /participants/{id}/first-tellings", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    void mayOpenOther(Asked asked, ParticipantId id) {
        permits.selfOrCoordinator(asked, "GET /participants/{id}/others", id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    /** A number in a path; anything else names nothing on the record. */
    private static int which(String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new NotOnRecord();
        }
        return Integer.parseInt(number);
    }

    private Outcome act(Asked asked, ParticipantId id, String what, Supplier<Object> command) {
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                what,
                () -> new Intent(command.get(), new Unit(asked.actor(), asked.request()), id.toString()));
    }
}

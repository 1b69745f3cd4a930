package org.troth.command.participant;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.command.participant.ParticipantRequest.EnquiryClosing;
import org.troth.command.participant.ParticipantRequest.Intake;
import org.troth.command.participant.ParticipantRequest.SafeContact;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.recording.Unit;

/** Takes in what is asked about participants: who may, are the fields right, then seals the words and acts. */
@Component
class ParticipantDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;

    ParticipantDesk(Dispatch dispatch, Permits permits, Sealer sealer) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
    }

    /** The answer is the new participant's identifier. */
    Outcome enquire(Asked asked, Enquiry said) {
        String route = "POST /participants";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var matter = fields.code("matter", said.matter(), CodeList.MATTER);
        var language = fields.language("language", said.language());
        var words = fields.textIfAny("words", said.words(), 4000);
        fields.check();
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, matter.get(), language.get(), words.orNull()),
                () -> new Intent(
                        new ReceiveEnquiry(
                                id,
                                matter.get(),
                                language.get(),
                                sealer.sealIfAny(Words.ENQUIRY_WORDS, id.value(), words.orNull())),
                        unit(asked),
                        id.toString()));
    }

    Outcome takeIn(Asked asked, ParticipantId id, Intake said) {
        String route = "POST /participants/{id}/intake";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var name = fields.line("name", said.name(), 200);
        var matter = fields.code("matter", said.matter(), CodeList.MATTER);
        var language = fields.language("language", said.language());
        var needs = fields.codes("needs", said.needs(), 20, CodeList.NEED);
        var note = fields.textIfAny("note", said.note(), 4000);
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, name.get(), matter.get(), language.get(), needs.get(), note.orNull()),
                () -> new Intent(
                        new CompleteIntake(
                                id,
                                sealer.seal(Words.PARTICIPANT_NAME, id.value(), name.get()),
                                matter.get(),
                                language.get(),
                                needs.get(),
                                sealer.sealIfAny(Words.INTAKE_NOTE, id.value(), note.orNull())),
                        unit(asked),
                        id.toString()));
    }

    Outcome enrol(Asked asked, ParticipantId id) {
        String route = "POST /participants/{id}/enrolment";
        permits.coordinator(asked, route, id.value());
        return plainly(asked, What.of(route, id), id, new EnrolParticipant(id));
    }

    Outcome close(Asked asked, ParticipantId id, EnquiryClosing said) {
        String route = "POST /participants/{id}/closing";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.CLOSING);
        fields.check();
        return plainly(asked, What.of(route, id, reason.get()), id, new CloseEnquiry(id, reason.get()));
    }

    Outcome chooseContact(Asked asked, ParticipantId id, SafeContact said) {
        String route = "POST /participants/{id}/contacts";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var channel = fields.choice("channel", said.channel(), ContactChannel.class);
        var address = fields.line("address", said.address(), 400);
        var advice = fields.textIfAny("advice", said.advice(), 1000);
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, channel.get(), address.get(), advice.orNull()),
                () -> new Intent(
                        new ChooseSafeContact(
                                id,
                                channel.get(),
                                sealer.seal(Words.PARTICIPANT_CONTACT, id.value(), address.get()),
                                sealer.sealIfAny(Words.PARTICIPANT_CONTACT_ADVICE, id.value(), advice.orNull())),
                        unit(asked),
                        id.toString()));
    }

    Outcome markUnsafe(Asked asked, ParticipantId id, String channelName) {
        String route = "POST /participants/{id}/contacts/{channel}/unsafe";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var channel = fields.choice("channel", channelName, ContactChannel.class);
        fields.check();
        return plainly(asked, What.of(route, id, channel.get()), id, new MarkContactUnsafe(id, channel.get()));
    }

    /** Only a coordinator is shown the forms about a person; the person themselves those of their own contacts. */
    void mayOpenForm(Asked asked, String route, ParticipantId id, boolean own) {
        if (own) {
            permits.selfOrCoordinator(asked, route, id.value());
        } else {
            permits.coordinator(asked, route, id.value());
        }
        permits.onRecord(id, ParticipantEvent.class);
    }

    void mayOpenEnquiryForm(Asked asked) {
        permits.coordinator(asked, "GET /participants/new", null);
    }

    private Outcome plainly(Asked asked, String what, ParticipantId id, Object command) {
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                what,
                () -> new Intent(command, unit(asked), id.toString()));
    }

    private static Unit unit(Asked asked) {
        return new Unit(asked.actor(), asked.request());
    }
}

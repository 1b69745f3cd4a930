package org.troth.command.participant;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.command.participant.ParticipantRequest.EnquiryAnswer;
import org.troth.command.participant.ParticipantRequest.EnquiryClosing;
import org.troth.command.participant.ParticipantRequest.Intake;
import org.troth.command.participant.ParticipantRequest.SafeContact;
import org.troth.command.participant.Receipts.Held;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.KnownNames;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Unit;

/** Takes in what is asked about participants: who may, are the fields right, then seals the words and acts. */
@Component
class ParticipantDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;
    private final Receipts receipts;
    private final RecordedEnquiries enquiries;
    private final KnownNames names;
    private final AddedWords added;
    private final OfferedCodes offered;

    ParticipantDesk(
            Dispatch dispatch,
            Permits permits,
            Sealer sealer,
            Receipts receipts,
            RecordedEnquiries enquiries,
            KnownNames names,
            AddedWords added,
            OfferedCodes offered) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.receipts = receipts;
        this.enquiries = enquiries;
        this.names = names;
        this.added = added;
        this.offered = offered;
    }

    /** The answer is the new participant's identifier. */
    Outcome enquire(Asked asked, Enquiry said) {
        String route = "POST /participants";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var matter = offered.code(fields, "matter", said.matter(), ProgrammeList.MATTER);
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
                                sealer.sealIfAny(Words.ENQUIRY_WORDS, id.value(), words.orNull()),
                                false),
                        offered.stillOffered(unit(asked), "matter", List.of(matter.get()), ProgrammeList.MATTER),
                        id.toString()));
    }

    Outcome takeIn(Asked asked, ParticipantId id, Intake said) {
        String route = "POST /participants/{id}/intake";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var name = fields.line("name", said.name(), 200);
        var matter = offered.code(fields, "matter", said.matter(), ProgrammeList.MATTER);
        var language = fields.language("language", said.language());
        var needs = fields.codes("needs", said.needs(), 20, CodeList.NEED);
        var note = fields.textIfAny("note", said.note(), 4000);
        CircumstanceFields circumstances = new CircumstanceFields(
                fields, offered, said.classes(), said.otherLanguages(), said.interpreter(), said.access());
        ReceiptCode code = codeIfAny(fields, said.code());
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(
                        route,
                        id,
                        name.get(),
                        matter.get(),
                        language.get(),
                        needs.get(),
                        note.orNull(),
                        circumstances.classes(),
                        circumstances.languages(),
                        circumstances.access(),
                        code == null ? null : code.letters()),
                () -> {
                    Unit unit = code == null ? unit(asked) : recognised(asked, route, id, code);
                    offered.stillOffered(unit, "matter", List.of(matter.get()), ProgrammeList.MATTER);
                    offered.stillOffered(unit, "classes", circumstances.classes(), ProgrammeList.PARTICIPANT_CLASS);
                    boolean noted = note.orNull() != null;
                    added.mayBeAdded(
                            unit, id, noted ? "note" : circumstances.field(), noted || circumstances.describe());
                    know(id, name.get());
                    return new Intent(
                            new CompleteIntake(
                                    id,
                                    sealer.seal(Words.PARTICIPANT_NAME, id.value(), name.get()),
                                    matter.get(),
                                    language.get(),
                                    needs.get(),
                                    sealer.sealIfAny(Words.INTAKE_NOTE, id.value(), note.orNull()),
                                    circumstances.said(sealer, id),
                                    code != null),
                            unit,
                            id.toString());
                });
    }

    /** A second intake is refused, so that its name is nobody's. */
    private void know(ParticipantId id, String name) {
        if (enquiries.isNameless(id)) {
            names.know(id.value(), name);
        }
    }

    /** Spends the code of this enquiry; one that opens another enquiry, or none, is refused alike. */
    private Unit recognised(Asked asked, String route, ParticipantId id, ReceiptCode code) {
        Held held = permits.recordingRefusals(
                asked,
                route,
                id.value(),
                () -> receipts.heldBy(code)
                        .filter(found -> found.participant().equals(id))
                        .orElseThrow(ParticipantRefused::codeOpensNothing));
        return held.unit(asked.actor(), asked.request()).releasing(receipts.claim(code));
    }

    /** A slip of the pen is told to somebody of the programme, who heard the code. */
    private static @Nullable ReceiptCode codeIfAny(Fields fields, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        ReceiptCode code = ReceiptCode.typed(typed);
        if (!code.isWhole()) {
            fields.refuse("code", "slip", Phrase.of("command.participant.slip"));
        }
        return code;
    }

    /** Whether an enquiry waits for the code of whoever made it. */
    boolean waitsForCode(ParticipantId id) {
        return receipts.waitFor(id);
    }

    /** The enquiry whose code somebody told the programme; that it was found is on the record. */
    ParticipantId find(Asked asked, PurposeOfUse purpose, Code said) {
        String route = "POST /participants/code";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        ReceiptCode code = codeIfAny(fields, said.code());
        if (code == null) {
            fields.refuseAbsent("code");
        }
        fields.check();
        ReceiptCode whole = Objects.requireNonNull(code);
        return permits.recordingRefusals(asked, route, null, () -> {
            ParticipantId found = receipts.heldBy(whole)
                    .orElseThrow(ParticipantRefused::codeOpensNothing)
                    .participant();
            permits.show(asked, purpose, route, SubjectKind.PARTICIPANT, found.value(), null);
            return found;
        });
    }

    /** Leaves words for whoever holds the code. */
    Outcome answer(Asked asked, ParticipantId id, EnquiryAnswer said) {
        String route = "POST /participants/{id}/answers";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var words = fields.text("words", said.words(), 4000);
        fields.check();
        permits.onRecord(id, ParticipantEvent.class);
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, words.get()),
                () -> new Intent(
                        new AnswerEnquiry(id, sealer.seal(Words.ENQUIRY_ANSWER, id.value(), words.get())),
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
                        permits.asThemselves(asked, route, id.value()),
                        id.toString()));
    }

    Outcome markUnsafe(Asked asked, ParticipantId id, String channelName) {
        String route = "POST /participants/{id}/contacts/{channel}/unsafe";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var channel = fields.choice("channel", channelName, ContactChannel.class);
        fields.check();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, channel.get()),
                () -> new Intent(
                        new MarkContactUnsafe(id, channel.get()),
                        permits.asThemselves(asked, route, id.value()),
                        id.toString()));
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

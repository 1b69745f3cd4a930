package org.troth.command.participant;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.ChoiceGroup;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.participant.EnquirerRequest.Code;
import org.troth.command.participant.ParticipantRequest.Enquiry;
import org.troth.command.participant.ParticipantRequest.EnquiryAnswer;
import org.troth.command.participant.ParticipantRequest.EnquiryClosing;
import org.troth.command.participant.ParticipantRequest.Intake;
import org.troth.command.participant.ParticipantRequest.SafeContact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** What can be done about a participant, as forms. The forms themselves show nobody's words. */
@Controller
@RequestMapping("/participants")
class ParticipantForms {

    private static final String KEY = "idempotencyKey";

    static final List<ChoiceGroup> NEEDS = ChoiceGroup.among(
            CodeList.NEED,
            ChoiceGroup.of(
                    Phrase.of("command.participant.needs.beside"),
                    "company",
                    "court",
                    "court-day",
                    "court-support",
                    "transport"),
            ChoiceGroup.of(
                    Phrase.of("command.participant.needs.papers"),
                    "forms",
                    "reading-letters",
                    "records",
                    "information",
                    "legal-advice"),
            ChoiceGroup.of(Phrase.of("command.participant.needs.languages"), "language", "interpreter"),
            ChoiceGroup.of(
                    Phrase.of("command.participant.needs.support"),
                    "emotional-support",
                    "practical-support",
                    "social-support",
                    "counselling",
                    "health",
                    "safety"),
            ChoiceGroup.of(
                    Phrase.of("command.participant.needs.home"),
                    "housing",
                    "food",
                    "income",
                    "benefits",
                    "debt",
                    "employment"),
            ChoiceGroup.of(
                    Phrase.of("command.participant.needs.family"), "education", "family", "childcare", "immigration"));

    private final ParticipantDesk desk;
    private final OfferedCodes offered;

    ParticipantForms(ParticipantDesk desk, OfferedCodes offered) {
        this.desk = desk;
        this.offered = offered;
    }

    @GetMapping("/new")
    ModelAndView newEnquiry(Actor actor, RequestId request) {
        desk.mayOpenEnquiryForm(Asked.by(actor, request, null));
        return enquiryForm(new Enquiry(null, "en", null));
    }

    @PostMapping
    ModelAndView enquire(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            Enquiry said) {
        return FormReply.to(
                done -> "/participants/" + done.answer(),
                enquiryForm(said),
                () -> desk.enquire(Asked.by(actor, request, key), said));
    }

    private ModelAndView enquiryForm(Enquiry said) {
        return new ModelAndView("participant/enquiry")
                .addObject("said", said)
                .addObject("languages", Choice.languages())
                .addObject("matters", offered.choices(ProgrammeList.MATTER));
    }

    @PostMapping("/code")
    ModelAndView find(Actor actor, PurposeOfUse purpose, RequestId request, Code said) {
        return FormReply.page(
                enquiryForm(new Enquiry(null, "en", null)),
                () -> page(desk.find(Asked.by(actor, request, null), purpose, said)));
    }

    @GetMapping("/{id}/answers")
    ModelAndView newAnswer(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/answers", participant, false);
        return answerForm(participant, new EnquiryAnswer(null));
    }

    @PostMapping("/{id}/answers")
    ModelAndView answer(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            EnquiryAnswer said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> page(participant),
                answerForm(participant, said),
                () -> desk.answer(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView answerForm(ParticipantId participant, EnquiryAnswer said) {
        return new ModelAndView("participant/answer")
                .addObject("participant", participant)
                .addObject("said", said);
    }

    @GetMapping("/{id}/intake")
    ModelAndView newIntake(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/intake", participant, false);
        return intakeForm(participant, new Intake(null, null, "en", List.of(), null, null, null, null, null, null));
    }

    @PostMapping("/{id}/intake")
    ModelAndView takeIn(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Intake said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> page(participant),
                intakeForm(participant, said),
                () -> desk.takeIn(Asked.by(actor, request, key), participant, listed(said)));
    }

    private static Intake listed(Intake said) {
        return new Intake(
                said.name(),
                said.matter(),
                said.language(),
                FormReply.listed(said.needs()),
                said.note(),
                FormReply.listed(said.classes()),
                FormReply.listed(said.otherLanguages()),
                said.interpreter(),
                FormReply.listed(said.access()),
                said.code());
    }

    private ModelAndView intakeForm(ParticipantId participant, Intake said) {
        return new ModelAndView("participant/intake")
                .addObject("participant", participant)
                .addObject("said", said)
                .addObject("coded", desk.waitsForCode(participant))
                .addObject("matters", offered.choices(ProgrammeList.MATTER))
                .addObject("languages", Choice.languages())
                .addObject("needs", NEEDS)
                .addObject("ticked", FormReply.listed(said.needs()))
                .addObject("classes", offered.choices(ProgrammeList.PARTICIPANT_CLASS))
                .addObject("tickedClasses", FormReply.listed(said.classes()))
                .addObject("otherLanguages", String.join(", ", FormReply.listed(said.otherLanguages())))
                .addObject("accesses", Choice.among(CodeList.ACCESS))
                .addObject("tickedAccess", FormReply.listed(said.access()));
    }

    @PostMapping("/{id}/enrolment")
    ResponseEntity<Void> enrol(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(page(participant), desk.enrol(Asked.by(actor, request, key), participant));
    }

    @GetMapping("/{id}/closing")
    ModelAndView newClosing(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/closing", participant, false);
        return closingForm(participant, new EnquiryClosing(null));
    }

    @PostMapping("/{id}/closing")
    ModelAndView close(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            EnquiryClosing said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> page(participant),
                closingForm(participant, said),
                () -> desk.close(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView closingForm(ParticipantId participant, EnquiryClosing said) {
        return new ModelAndView("participant/closing")
                .addObject("reasons", Choice.among(CodeList.CLOSING))
                .addObject("participant", participant)
                .addObject("said", said);
    }

    @GetMapping("/{id}/contacts")
    ModelAndView newContact(Actor actor, RequestId request, @PathVariable String id) {
        ParticipantId participant = named(id, ParticipantId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /participants/{id}/contacts", participant, true);
        return contactForm(actor, participant, new SafeContact(null, null, null));
    }

    @PostMapping("/{id}/contacts")
    ModelAndView chooseContact(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            SafeContact said) {
        ParticipantId participant = named(id, ParticipantId::new);
        return FormReply.to(
                done -> pageFor(actor, participant),
                contactForm(actor, participant, said),
                () -> desk.chooseContact(Asked.by(actor, request, key), participant, said));
    }

    private static ModelAndView contactForm(Actor actor, ParticipantId participant, SafeContact said) {
        return new ModelAndView("participant/contact")
                .addObject("participant", participant)
                .addObject("back", pageFor(actor, participant))
                .addObject("said", said)
                .addObject("channels", Choice.under("command.participant.channel.", ContactChannel.values()));
    }

    @PostMapping("/{id}/contacts/{channel}/unsafe")
    ResponseEntity<Void> markUnsafe(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String channel) {
        ParticipantId participant = named(id, ParticipantId::new);
        return Replies.seeOther(
                pageFor(actor, participant), desk.markUnsafe(Asked.by(actor, request, key), participant, channel));
    }

    private static String page(ParticipantId participant) {
        return "/participants/" + participant;
    }

    private static String pageFor(Actor actor, ParticipantId participant) {
        return participant.value().equals(actor.person()) ? "/mine" : page(participant);
    }
}

package org.troth.command.programme;

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
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Replies;
import org.troth.command.programme.ProgrammeRequest.NewCode;
import org.troth.command.programme.ProgrammeRequest.NewLabels;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.programme.ProgrammeCodes.Code;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** What can be done about the programme's codes, as forms. */
@Controller
@RequestMapping("/programme/codes")
class ProgrammeForms {

    private static final String KEY = "idempotencyKey";
    private static final String PAGE = "/programme";

    private static final List<Choice> LISTS = Choice.under("command.programme.list.", ProgrammeList.values());

    private final ProgrammeDesk desk;

    ProgrammeForms(ProgrammeDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/new")
    ModelAndView newCode(Actor actor, RequestId request) {
        desk.mayOpenForm(Asked.by(actor, request, null));
        return codeForm(new NewCode(null, null, null, null));
    }

    @PostMapping
    ModelAndView offer(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewCode said) {
        return FormReply.to(done -> PAGE, codeForm(said), () -> desk.offer(Asked.by(actor, request, key), said));
    }

    private static ModelAndView codeForm(NewCode said) {
        return new ModelAndView("programme/code").addObject("said", said).addObject("lists", LISTS);
    }

    @GetMapping("/{list}/{code}")
    ModelAndView newLabels(Actor actor, RequestId request, @PathVariable String list, @PathVariable String code) {
        Code found = desk.open(Asked.by(actor, request, null), ProgrammePath.list(list), code);
        return labelForm(list, code, new NewLabels(label(found, "en"), label(found, "ar")));
    }

    private static @Nullable String label(Code code, String language) {
        return code.labels().stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .map(Label::words)
                .orElse(null);
    }

    @PostMapping("/{list}/{code}")
    ModelAndView relabel(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code,
            NewLabels said) {
        ProgrammeList of = ProgrammePath.list(list);
        return FormReply.to(
                done -> PAGE,
                labelForm(list, code, said),
                () -> desk.relabel(Asked.by(actor, request, key), of, code, said));
    }

    private static ModelAndView labelForm(String list, String code, NewLabels said) {
        return new ModelAndView("programme/label")
                .addObject("list", list)
                .addObject("code", code)
                .addObject("said", said);
    }

    @PostMapping("/{list}/{code}/end")
    ResponseEntity<Void> withdraw(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code) {
        return Replies.seeOther(PAGE, desk.withdraw(Asked.by(actor, request, key), ProgrammePath.list(list), code));
    }

    @PostMapping("/{list}/{code}/return")
    ResponseEntity<Void> offerAgain(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code) {
        return Replies.seeOther(PAGE, desk.offerAgain(Asked.by(actor, request, key), ProgrammePath.list(list), code));
    }
}

package org.troth.command.sheet;

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
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
import org.troth.command.sheet.SheetRequest.NewReview;
import org.troth.command.sheet.SheetRequest.NewSheet;
import org.troth.events.SheetId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.sheet.SheetEvent.SheetPublished;

/** What can be done about information sheets, as forms. */
@Controller
@RequestMapping("/sheets")
class SheetForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> REVIEWERS = Choice.among(CodeList.REVIEWER);

    private final SheetDesk desk;

    SheetForms(SheetDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/new")
    ModelAndView newSheet(Actor actor, RequestId request) {
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /sheets/new");
        return sheetForm("/sheets", "/sheets", new NewSheet(null, null, "en", null, null, null, null));
    }

    @PostMapping
    ModelAndView publish(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewSheet said) {
        return FormReply.to(
                done -> "/sheets/" + done.answer(),
                sheetForm("/sheets", "/sheets", said),
                () -> desk.publish(Asked.by(actor, request, key), said));
    }

    @GetMapping("/{id}/versions")
    ModelAndView newVersion(Actor actor, RequestId request, @PathVariable String id) {
        SheetId sheet = named(id, SheetId::new);
        SheetPublished newest = desk.open(Asked.by(actor, request, null), "GET /sheets/{id}/versions", sheet);
        return sheetForm(
                "/sheets/" + sheet + "/versions",
                "/sheets/" + sheet,
                new NewSheet(
                        newest.title(),
                        newest.jurisdiction(),
                        newest.language(),
                        newest.text(),
                        newest.review().reviewer(),
                        null,
                        null));
    }

    @PostMapping("/{id}/versions")
    ModelAndView publishVersion(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            NewSheet said) {
        SheetId sheet = named(id, SheetId::new);
        return FormReply.to(
                done -> "/sheets/" + sheet,
                sheetForm("/sheets/" + sheet + "/versions", "/sheets/" + sheet, said),
                () -> desk.publishVersion(Asked.by(actor, request, key), sheet, said));
    }

    private static ModelAndView sheetForm(String action, String back, NewSheet said) {
        return new ModelAndView("sheet/new")
                .addObject("action", action)
                .addObject("back", back)
                .addObject("said", said)
                .addObject("languages", Choice.languages())
                .addObject("reviewers", REVIEWERS);
    }

    @GetMapping("/{id}/review")
    ModelAndView newReview(Actor actor, RequestId request, @PathVariable String id) {
        SheetId sheet = named(id, SheetId::new);
        desk.open(Asked.by(actor, request, null), "GET /sheets/{id}/review", sheet);
        return reviewForm(sheet, new NewReview(null, null, null));
    }

    @PostMapping("/{id}/review")
    ModelAndView review(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            NewReview said) {
        SheetId sheet = named(id, SheetId::new);
        return FormReply.to(
                done -> "/sheets/" + sheet,
                reviewForm(sheet, said),
                () -> desk.review(Asked.by(actor, request, key), sheet, said));
    }

    private static ModelAndView reviewForm(SheetId sheet, NewReview said) {
        return new ModelAndView("sheet/review")
                .addObject("sheet", sheet)
                .addObject("said", said)
                .addObject("reviewers", REVIEWERS);
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Void> takeBack(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        SheetId sheet = named(id, SheetId::new);
        return Replies.seeOther("/sheets/" + sheet, desk.takeBack(Asked.by(actor, request, key), sheet));
    }
}

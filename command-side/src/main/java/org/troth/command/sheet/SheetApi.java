package org.troth.command.sheet;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.sheet.SheetRequest.NewReview;
import org.troth.command.sheet.SheetRequest.NewSheet;
import org.troth.events.SheetId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about information sheets, as JSON: one POST per intention, and none that edits what was published. */
@RestController
@RequestMapping("/api/v1/sheets")
class SheetApi {

    private static final String KEY = "Idempotency-Key";

    private final SheetDesk desk;

    SheetApi(SheetDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> publishSheet(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewSheet body) {
        return Replies.created("/api/v1/sheets", desk.publish(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/versions")
    ResponseEntity<Done> publishVersion(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody NewSheet body) {
        return Replies.done(desk.publishVersion(Asked.by(actor, request, key), named(id, SheetId::new), body));
    }

    @PostMapping("/{id}/review")
    ResponseEntity<Done> reviewSheet(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody NewReview body) {
        return Replies.done(desk.review(Asked.by(actor, request, key), named(id, SheetId::new), body));
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Done> takeSheetBack(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.takeBack(Asked.by(actor, request, key), named(id, SheetId::new)));
    }
}

package org.troth.command.programme;

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
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.programme.ProgrammeRequest.NewCode;
import org.troth.command.programme.ProgrammeRequest.NewLabels;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about the programme's codes, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/programme/codes")
class ProgrammeApi {

    private static final String KEY = "Idempotency-Key";

    private final ProgrammeDesk desk;

    ProgrammeApi(ProgrammeDesk desk) {
        this.desk = desk;
    }

    /** Its answer is the code. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> offerCode(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewCode body) {
        Outcome done = desk.offer(Asked.by(actor, request, key), body);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Done(done.answer(), done.position()));
    }

    @PostMapping("/{list}/{code}")
    ResponseEntity<Done> relabelCode(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code,
            @RequestBody NewLabels body) {
        return Replies.done(desk.relabel(Asked.by(actor, request, key), ProgrammePath.list(list), code, body));
    }

    @PostMapping("/{list}/{code}/end")
    ResponseEntity<Done> withdrawCode(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code) {
        return Replies.done(desk.withdraw(Asked.by(actor, request, key), ProgrammePath.list(list), code));
    }

    @PostMapping("/{list}/{code}/return")
    ResponseEntity<Done> offerCodeAgain(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String list,
            @PathVariable String code) {
        return Replies.done(desk.offerAgain(Asked.by(actor, request, key), ProgrammePath.list(list), code));
    }
}

package org.troth.command.boundary;

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
import org.troth.command.boundary.BoundaryRequest.BoundaryEdit;
import org.troth.command.boundary.BoundaryRequest.BoundarySide;
import org.troth.command.boundary.BoundaryRequest.NewBoundary;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.events.BoundaryId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about boundaries, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/boundaries")
class BoundaryApi {

    private static final String KEY = "Idempotency-Key";

    private final BoundaryDesk desk;

    BoundaryApi(BoundaryDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> set(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewBoundary body) {
        return Replies.created("/api/v1/boundaries", desk.set(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/change")
    ResponseEntity<Done> change(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody BoundaryEdit body) {
        return Replies.done(desk.change(Asked.by(actor, request, key), named(id, BoundaryId::new), body));
    }

    @PostMapping("/{id}/no")
    ResponseEntity<Done> sayNo(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable BoundarySide body) {
        return Replies.done(
                desk.sayNo(Asked.by(actor, request, key), named(id, BoundaryId::new), BoundarySide.orNone(body)));
    }

    @PostMapping("/{id}/lifting")
    ResponseEntity<Done> lift(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable BoundarySide body) {
        return Replies.done(
                desk.lift(Asked.by(actor, request, key), named(id, BoundaryId::new), BoundarySide.orNone(body)));
    }
}

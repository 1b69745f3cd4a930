package org.troth.command.overview;

import static org.troth.command.dispatch.Permits.named;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.overview.FilterDesk.Filter;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/worklist/filters")
class FilterApi {

    private final FilterDesk desk;

    FilterApi(FilterDesk desk) {
        this.desk = desk;
    }

    /** Where to go on: what is kept is seen there, or what is left. The same for pages and, below its own start, for the API. */
    record Kept(String address) {}

    @PostMapping
    Kept keepFilter(Actor actor, RequestId request, @RequestBody(required = false) @Nullable Filter body) {
        return new Kept(desk.keep(Asked.by(actor, request, null), Filter.orNone(body)));
    }

    @PostMapping("/{id}/removal")
    Kept removeFilter(Actor actor, RequestId request, @PathVariable String id) {
        return new Kept(desk.remove(Asked.by(actor, request, null), named(id, Function.identity())));
    }
}

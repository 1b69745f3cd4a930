package org.troth.query.directory;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** The directory as JSON. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryApi {

    private final DirectoryReader reader;
    private final Reading reading;

    DirectoryApi(DirectoryReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping
    DirectoryList list(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "1") int page) {
        reading.admit(actor, purpose, request, "/directory", Role.COORDINATOR, Role.PARTICIPANT);
        return reader.list(all, page);
    }

    @GetMapping("/services/{id}")
    ServiceView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit =
                reading.admit(actor, purpose, request, "/directory/services/{id}", Role.COORDINATOR, Role.PARTICIPANT);
        return reader.one(visit, id);
    }
}

package org.troth.query.erasure;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows people what they asked about being forgotten. */
@Component
class ErasureReader {

    private final ErasureViews views;
    private final Reading reading;

    ErasureReader(ErasureViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    OwnErasure own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        Portion portion = new Portion();
        reading.show(visit, visit.actor().is(Role.PARTICIPANT) ? portion.participant(self) : portion.volunteer(self));
        return new OwnErasure(views.of(self).orElse(null));
    }
}

package org.troth.query.erasure;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Records;
import org.troth.query.reading.Visit;

/** Shows people what they asked about being forgotten. */
@Component
class ErasureReader {

    private final ErasureViews views;
    private final Records records;
    private final Reading reading;

    ErasureReader(ErasureViews views, Records records, Reading reading) {
        this.views = views;
        this.records = records;
        this.reading = reading;
    }

    OwnErasure own(Visit visit) {
        UUID self = visit.actor().person();
        if (self == null) {
            throw reading.hidden(visit, null, "unknown");
        }
        boolean participant = visit.actor().is(Role.PARTICIPANT);
        List<UUID> all = participant ? records.of(self) : List.of(self);
        Portion portion = new Portion();
        all.forEach(each -> {
            if (participant) {
                portion.participant(each);
            } else {
                portion.volunteer(each);
            }
        });
        reading.show(visit, portion);
        return new OwnErasure(all.stream()
                .flatMap(each -> views.of(each).stream())
                .findFirst()
                .orElse(null));
    }
}

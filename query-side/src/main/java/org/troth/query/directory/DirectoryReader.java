package org.troth.query.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows the directory; it is about no person, so nothing is disclosed. */
@Component
class DirectoryReader {

    private static final int PAGE = 20;

    private final DirectoryViews views;
    private final Reading reading;

    DirectoryReader(DirectoryViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    /** Services by name; those that are not active only when they are asked for. */
    DirectoryList list(boolean all, int wanted) {
        int page = Math.max(1, Math.min(wanted, 500));
        int offset = (page - 1) * PAGE;
        List<ServiceView> services = all ? views.all(offset, PAGE + 1) : views.active(offset, PAGE + 1);
        boolean more = services.size() > PAGE;
        return new DirectoryList(
                more ? services.subList(0, PAGE) : services,
                page,
                more,
                views.lastImport().orElse(null));
    }

    ServiceView one(Visit visit, UUID service) {
        return views.one(service).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
    }
}

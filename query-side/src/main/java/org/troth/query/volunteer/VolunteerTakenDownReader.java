package org.troth.query.volunteer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealed;
import org.troth.query.reading.Opened;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;
import org.troth.query.volunteer.VolunteerTakenDown.Version;
import org.troth.query.volunteer.VolunteerViews.VersionRow;

/**
 * Shows what was taken down of a volunteer: to themselves every version with its words; to coordinators that it was put right and
 * when, with the name that holds now. A name that somebody has left behind is theirs to tell.
 */
@Component
class VolunteerTakenDownReader {

    private final VolunteerViews views;
    private final Reading reading;

    VolunteerTakenDownReader(VolunteerViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    VolunteerTakenDown of(Visit visit, UUID volunteer) {
        boolean own = visit.actor().is(Role.VOLUNTEER)
                && volunteer.equals(visit.actor().person());
        if (!own && !visit.actor().is(Role.COORDINATOR)) {
            throw reading.hidden(visit, volunteer, "own-record");
        }
        List<VersionRow> rows = views.versionsOf(volunteer);
        if (rows.isEmpty()) {
            throw reading.hidden(visit, null, "unknown");
        }
        @Nullable Sealed holds = null;
        for (VersionRow row : rows) {
            holds = holds == null ? row.name() : holds;
        }
        Portion portion = new Portion().volunteer(volunteer);
        for (VersionRow row : rows) {
            if (own || row.name() == holds) {
                portion.volunteer(volunteer, row.name());
            }
            if (own) {
                portion.volunteer(volunteer, row.contact());
            }
        }
        Opened opened = reading.show(visit, portion);
        List<Version> versions = new ArrayList<>();
        for (VersionRow row : rows) {
            versions.add(new Version(
                    row.writtenAt(),
                    row.reason(),
                    own || row.name() == holds ? opened.say(row.name()) : null,
                    row.name() != null,
                    row.languages(),
                    own ? opened.say(row.contact()) : null,
                    row.contact() != null,
                    row.withoutContact()));
        }
        return new VolunteerTakenDown(volunteer, own, versions);
    }
}

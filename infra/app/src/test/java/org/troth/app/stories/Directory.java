package org.troth.app.stories;

import java.util.UUID;

/**
 * A directory of one agency with one service at one place, and the term that it is found by, as somebody would publish it in
 * HSDS 3.0.
 */
record Directory(String agency, String service, Published published, String json) {

    /** What its records are called by those who published them. */
    record Published(UUID organization, UUID service, UUID place, UUID taxonomy, UUID term) {}

    static Directory of(String agency) {
        String service = "Company on the court day, " + agency;
        Published ids = new Published(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        return new Directory(agency, service, ids, """
                [{"id": "%1$s", "name": "%2$s", "description": "Advice for people with low income.",
                  "email": "desk@harbour.example.org",
                  "services": [{"id": "%3$s", "organization_id": "%1$s", "name": "%4$s", "status": "active",
                    "description": "Somebody comes along.",
                    "service_at_locations": [{"id": "%5$s", "description": "At the court house."}]}]},
                 {"id": "%6$s", "name": "Needs", "description": "What people need.", "version": "1"},
                 {"id": "%7$s", "name": "Court day", "description": "A day at court.", "taxonomy_id": "%6$s"}]
                """.formatted(
                        ids.organization(), agency, ids.service(), service, ids.place(), ids.taxonomy(), ids.term()));
    }
}

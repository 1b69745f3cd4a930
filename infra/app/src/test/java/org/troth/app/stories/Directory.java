package org.troth.app.stories;

import java.util.UUID;

/** A directory of one agency with one service, as somebody would publish it in HSDS 3.0. */
record Directory(String agency, String service, String json) {

    static Directory of(String agency) {
        String service = "Company on the court day, " + agency;
        UUID id = UUID.randomUUID();
        return new Directory(agency, service, """
                [{"id": "%s", "name": "%s", "description": "Advice for people with low income.",
                  "services": [{"id": "%s", "organization_id": "%s", "name": "%s", "status": "active",
                    "description": "Somebody comes along."}]}]
                """.formatted(id, agency, UUID.randomUUID(), id, service));
    }
}

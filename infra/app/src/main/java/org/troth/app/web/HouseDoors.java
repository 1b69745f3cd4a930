package org.troth.app.web;

import static org.troth.web.Door.open;
import static org.troth.web.Door.signedIn;
import static org.troth.web.Door.to;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import org.troth.web.Door;
import org.troth.web.Doors;

/**
 * Which roles pass which door, on one page. A door is coarse: whose record it is, the feature itself decides. The API's
 * doors are the pages' doors.
 */
final class HouseDoors {

    static final int DIRECTORY_FILE = 8 * 1024 * 1024;

    private static final String COORDINATOR = "COORDINATOR";
    private static final String AUDITOR = "AUDITOR";
    private static final String PARTICIPANT = "PARTICIPANT";
    private static final String VOLUNTEER = "VOLUNTEER";
    private static final String SECOND_CONTACT = "SECOND_CONTACT";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final List<Door> FEATURES = List.of(
            open("/notes/**"),
            open("/deliveries/**"),
            open("/accounts/opening"),
            signedIn("/accounts/mine/passkeys/challenge").on(HttpMethod.POST),
            signedIn("/accounts/mine/**").on(HttpMethod.POST).freshly(),
            signedIn("/accounts/mine/**"),
            signedIn("/accounts/{id}/tokens").on(HttpMethod.POST).freshly(),
            signedIn("/accounts/{id}/tokens/**"),
            signedIn("/accounts/{id}/password"),
            to("/accounts", ADMINISTRATOR).on(HttpMethod.POST).freshly(),
            to("/accounts/{id}/roles/**", ADMINISTRATOR).on(HttpMethod.POST).freshly(),
            to("/accounts/{id}/reset", ADMINISTRATOR).on(HttpMethod.POST).freshly(),
            to("/accounts/**", ADMINISTRATOR),
            to("/rebuild/**", ADMINISTRATOR).on(HttpMethod.POST).freshly(),
            to("/rebuild/**", ADMINISTRATOR),
            to("/worklist/**", COORDINATOR),
            to("/audit/**", AUDITOR),
            to("/disclosures/of/{id}.csv", AUDITOR, PARTICIPANT, VOLUNTEER).freshly(),
            to("/disclosures/of/{id}.json", AUDITOR, PARTICIPANT, VOLUNTEER).freshly(),
            to("/disclosures/of/**", AUDITOR, PARTICIPANT, VOLUNTEER),
            to("/disclosures/**", AUDITOR),
            to("/participants/{id}/contacts/**", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/availability", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/closure", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/reopening", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/others/**", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/correction", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/versions", COORDINATOR, PARTICIPANT),
            to("/participants/{id}/follow-up", PARTICIPANT),
            to("/participants/{id}/follow-up/dropping", COORDINATOR, PARTICIPANT),
            to("/participants/**", COORDINATOR),
            to("/volunteers/{id}/capacity", COORDINATOR, VOLUNTEER),
            to("/volunteers/{id}/availability", COORDINATOR, VOLUNTEER),
            to("/volunteers/{id}/correction", COORDINATOR, VOLUNTEER),
            to("/volunteers/{id}/versions", COORDINATOR, VOLUNTEER),
            to("/volunteers/**", COORDINATOR),
            to("/consents/**", COORDINATOR, PARTICIPANT),
            to("/youth/mine", PARTICIPANT),
            to("/youth/**", COORDINATOR),
            to("/matches/{id}/end", COORDINATOR, SECOND_CONTACT),
            to("/matches/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/boundaries/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/charter/outside", COORDINATOR, VOLUNTEER),
            to("/charter/outside/new", COORDINATOR, VOLUNTEER),
            to("/charter/outside/**", COORDINATOR),
            to("/charter/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/encounters/new", COORDINATOR, VOLUNTEER),
            to("/encounters/{id}/correction", COORDINATOR, VOLUNTEER),
            to("/encounters/{id}/versions/**", COORDINATOR),
            to("/encounters/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/programme", COORDINATOR, AUDITOR),
            to("/programme/codes/**", COORDINATOR),
            to("/sheets/new", COORDINATOR),
            to("/sheets/given", PARTICIPANT),
            to("/sheets/{id}/versions", COORDINATOR),
            to("/sheets/{id}/review", COORDINATOR),
            to("/sheets/{id}/end", COORDINATOR),
            to("/sheets/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/presences/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/goals/of/**", COORDINATOR),
            to("/goals/with/**", VOLUNTEER),
            to("/goals/**", PARTICIPANT),
            to("/plans/of/**", COORDINATOR),
            to("/plans/with/**", VOLUNTEER),
            to("/plans/{id}/closing", COORDINATOR),
            to("/plans/{id}", COORDINATOR, PARTICIPANT),
            to("/plans/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/directory/imports", COORDINATOR).on(HttpMethod.POST).carrying(DIRECTORY_FILE),
            to("/directory/**", COORDINATOR, PARTICIPANT),
            to("/referrals/{id}/openings", COORDINATOR),
            to("/referrals/**", COORDINATOR, PARTICIPANT),
            to("/changes/**", SECOND_CONTACT),
            to("/conflicts", PARTICIPANT, VOLUNTEER).on(HttpMethod.GET),
            to("/conflicts/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/merges/**", COORDINATOR),
            to("/messages/**", COORDINATOR),
            to("/erasures/mine", PARTICIPANT, VOLUNTEER),
            to("/erasures/**", COORDINATOR, PARTICIPANT, VOLUNTEER),
            to("/mine/copy.pdf", PARTICIPANT).freshly(),
            to("/mine/copy.json", PARTICIPANT).freshly(),
            to("/mine/**", PARTICIPANT),
            to("/walks/**", VOLUNTEER));

    private HouseDoors() {}

    static Doors all() {
        List<Door> doors = new ArrayList<>();
        doors.add(open("/actuator/health/**"));
        doors.add(to("/actuator/**", ADMINISTRATOR));
        doors.add(open("/v3/api-docs/**"));
        doors.add(open("/api"));
        for (Door door : FEATURES) {
            doors.add(door);
            // A program has nothing to show but its token, which was made by somebody who had shown more.
            doors.add(new Door(
                    door.method(), "/api/v1" + door.pattern(), door.roles(), door.open(), false, door.largestBody()));
        }
        doors.add(signedIn("/**"));
        return new Doors(doors);
    }

    /** The door of this address of the API. */
    static Optional<Door> doorOf(String method, String path) {
        PathPatternParser patterns = PathPatternParser.defaultInstance;
        PathContainer container = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return all().all().stream()
                .filter(door -> door.method() == null || door.method().name().equals(method))
                .filter(door -> patterns.parse(door.pattern()).matches(container))
                .findFirst();
    }
}

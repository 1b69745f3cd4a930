package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Addresses.Row;
import org.troth.app.stories.Addresses.Who;
import org.troth.app.stories.Stage.Cast;

/**
 * Every page of the product is looked at as {@link Looking} does, by each of those who may read it, and so is every form that was
 * sent with nothing in it. A page that is not in the table of {@link Addresses} ends the story.
 */
@ExtendWith(Stage.class)
class SeeingEveryPageIT {

    private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);

    @Test
    void leavesNoneOut(Cast cast) {
        Household house = new Household(cast.troth());
        Addresses addresses = new Addresses(house);
        assertThat(addresses.named())
                .as("the table and the product name the same addresses")
                .isEqualTo(cast.troth().routes());
        strangerSeesTheDoors(cast);
        for (Who who : Who.values()) {
            visitors.put(who, somebody(cast, house, who).goTo("/"));
        }
        for (Row row : keepersFirst(addresses.rows())) {
            if (row.page() && !isFile(row)) {
                row.may().forEach(who -> sees(at(who), row.address()));
                row.may().stream().findFirst().ifPresent(who -> at(who).sendsEmptyForms(row.address()));
            }
        }
        nothingIsThere(house);
        visitors.put(Who.ADMINISTRATOR, somebody(cast, house, Who.ADMINISTRATOR).goTo("/"));
        visitors.put(Who.A_VOLUNTEER, somebody(cast, house, Who.A_VOLUNTEER).goTo("/"));
        whatIsShownOnce();
    }

    /** What asks "Is it you?" stands first: five minutes after somebody signed in it asks again. */
    private static List<Row> keepersFirst(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> !row.may().contains(Who.ADMINISTRATOR)))
                .toList();
    }

    /** The very page, and not one that somebody is led to instead. */
    private static void sees(Visitor visitor, String address) {
        assertThat(visitor.goTo(address).path()).isEqualTo(address.replaceAll("\\?.*", ""));
    }

    /** What is taken away has an ending of its own, and no page to look at. */
    private static boolean isFile(Row row) {
        return row.pattern().matches(".*\\.[a-z]+");
    }

    private static void strangerSeesTheDoors(Cast cast) {
        Visitor stranger = cast.visitor(Device.DESKTOP, Way.MOUSE);
        stranger.goTo("/sign-in").goTo("/glossary").goTo("/api").sendsEmptyForms("/accounts/opening");
        stranger.sendsEmptyForms("/notes").sendsEmptyForms("/notes/reading").sendsEmptyForms("/deliveries");
    }

    private static Visitor somebody(Cast cast, Household house, Who who) {
        Somebody one = switch (who) {
            case COORDINATOR -> house.coordinator;
            case AUDITOR -> house.auditor;
            case ADMINISTRATOR -> house.administrator;
            case THE_PARTICIPANT -> house.participant;
            case THE_VOLUNTEER -> house.volunteer;
            case SECOND_CONTACT, A_PARTICIPANT, A_VOLUNTEER -> house.another(who.role);
        };
        return one.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
    }

    /** Each list as it stands while it has nothing in it. */
    private void nothingIsThere(Household house) {
        UUID nobody = UUID.randomUUID();
        at(Who.COORDINATOR).goTo("/participants").search("nobody is called this");
        at(Who.COORDINATOR).goTo("/participants/" + house.enquiry());
        at(Who.AUDITOR).goTo("/audit?person=" + nobody);
        at(Who.AUDITOR).goTo("/disclosures?subject=" + nobody);
        at(Who.AUDITOR).standsBefore("/disclosures/of/" + nobody, 404);
        at(Who.AUDITOR).standsBefore("/audit?from=2026-02-02&to=2026-02-01", 400);
    }

    private void whatIsShownOnce() {
        Administrator administrator = new Administrator(at(Who.ADMINISTRATOR));
        administrator.invite("is-seen-" + UUID.randomUUID(), "Auditor: reviews what was done and who looked", "");
        at(Who.A_VOLUNTEER).goTo("/accounts/mine").pressOnce("Make a token").sees("this is the only time it is shown");
    }

    private Visitor at(Who who) {
        Visitor visitor = visitors.get(who);
        assertThat(visitor).as("%s", who).isNotNull();
        return visitor;
    }
}

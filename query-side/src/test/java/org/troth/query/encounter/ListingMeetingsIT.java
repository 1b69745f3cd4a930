package org.troth.query.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** No list ends without saying so. */
@WithPostgres
class ListingMeetingsIT {

    private static final int MET = 45;
    private static final Pattern BEFORE = Pattern.compile("\"before\":([0-9]+)");
    private static final Pattern MEETING = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");

    private static House house;
    private static ParticipantId ada;
    private static VolunteerId vera;
    private static VolunteerId other;
    private static MatchId match;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 13).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        other = story.volunteer("Cecilia Payne", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        for (int met = 0; met < MET; met++) {
            story.met(match, ada, vera);
        }
        house.live().caughtUp();
        house.gate.matched.add(match.value());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.gate.forget();
        pages = new Pages(house);
    }

    private List<String> walked(UUID of) throws Exception {
        List<String> all = new ArrayList<>();
        String address = "/api/v1/encounters/of/" + of;
        for (String next = address; next != null; ) {
            String body = pages.get(next).getContentAsString();
            Matcher meeting = MEETING.matcher(body);
            while (meeting.find()) {
                all.add(meeting.group(1));
            }
            Matcher before = BEFORE.matcher(body);
            next = before.find() ? address + "?before=" + before.group(1) : null;
        }
        return all;
    }

    @Test
    void goesOnUntilThereIsNoMoreForTheTwoAndForCoordinators() throws Exception {
        assertThat(walked(ada.value())).hasSize(MET).doesNotHaveDuplicates();
        assertThat(walked(match.value())).hasSize(MET);
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(walked(ada.value())).hasSize(MET);
        assertThat(pages.words("/mine")).contains("All our meetings");
        assertThat(pages.words("/encounters/of/" + ada)).contains("Meetings", "Older");
        pages.as(Story.self(Role.VOLUNTEER, vera.value()));
        assertThat(walked(match.value())).hasSize(MET);
        assertThat(pages.words("/walks")).contains("All meetings of you two");
    }

    @Test
    void isForNobodyElse() {
        pages.as(Story.self(Role.VOLUNTEER, vera.value()));
        hidden(ada.value());
        pages.as(Story.self(Role.VOLUNTEER, other.value()));
        hidden(match.value());
        pages.as(Story.self(Role.PARTICIPANT, other.value()));
        hidden(match.value());
        hidden(ada.value());
        pages.as(Story.COORDINATOR);
        hidden(UUID.randomUUID());
    }

    private void hidden(UUID of) {
        for (String address : List.of("/encounters/of/", "/api/v1/encounters/of/")) {
            assertThatThrownBy(() -> pages.get(address + of)).rootCause().isInstanceOf(LookForbidden.class);
        }
    }
}

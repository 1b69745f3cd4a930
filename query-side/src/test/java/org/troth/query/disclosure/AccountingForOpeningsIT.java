package org.troth.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.account.Role;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.Purpose;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class AccountingForOpeningsIT {

    private static final Pattern LAWFUL = Pattern.compile("\"lawfulWhenMade\":true");

    private static House house;
    private static final int OFTEN = 115;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ParticipantId ada;
    private static ParticipantId other;
    private static ParticipantId late;
    private static ParticipantId often;
    private static ParticipantId young;
    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 11).beginning();
        ada = story.enrolled("Ada Byron");
        other = story.enrolled("Lise Meitner");
        late = story.enrolled("Emmy Noether");
        ReferralId referral = story.offered(ada);
        ConsentId sharing = given(story, ada);
        story.sent(referral, ada, sharing);
        story.opened(referral, ada, sharing);
        story.opened(referral, ada, sharing);
        story.tell(new ConsentWithdrawn(sharing, ada, Story.LAW));
        ReferralId second = story.offered(late);
        ConsentId over = given(story, late);
        story.sent(second, late, over);
        story.tell(new ConsentWithdrawn(over, late, Story.LAW));
        story.opened(second, late, over);
        often = story.enrolled("Mary Somerville");
        ReferralId third = story.offered(often);
        ConsentId open = given(story, often);
        story.sent(third, often, open);
        for (int time = 0; time < OFTEN; time++) {
            story.opened(third, often, open);
        }
        young = story.enrolled("Sophie Germain");
        story.tell(new MinorityNoted(young, LocalDate.of(2999, 4, 1), Story.LAW));
        ReferralId fourth = story.offered(young);
        ConsentId beside = story.askedYoung(young);
        story.sent(fourth, young, beside);
        story.opened(fourth, young, beside);
        story.tell(new GuardianObjected(young, beside, 2, Story.LAW));
        house.live().caughtUp();
    }

    private static ConsentId given(Story story, ParticipantId participant) {
        ConsentId consent = story.consent(participant, Purpose.SHARING, LocalDate.of(2026, 12, 31));
        story.tell(new ConsentGiven(consent, participant, Story.LAW));
        return consent;
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

    private String json(ParticipantId participant) throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, participant.value()));
        return pages.get("/api/v1/disclosures/of/" + participant).getContentAsString();
    }

    @Test
    void tellsEachOfThemWhichStaysLawfulWhenMadeAfterTheConsentWasTakenBack() throws Exception {
        String json = json(ada);
        String opened = json.substring(json.indexOf("\"opened\":["));
        assertThat(LAWFUL.matcher(opened).results()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(opened).contains("\"consentNow\":\"WITHDRAWN\"", "Harbour Law");
        assertThat(pages.words("/disclosures/of/{id}", ada.value()))
                .contains("When an agency opened it", "Harbour Law", "Consent, lawful when made", "now: withdrawn");
        assertThat(pages.get("/disclosures/of/{id}.csv", ada.value()).getContentAsString())
                .contains("opened by the agency on the person’s consent, lawful when made");
    }

    /** What left on a consent to which a guardian said no since is not said to be in force. */
    @Test
    void tellsHowTheConsentOfSomebodyWhoIsNotOfAgeStandsNow() throws Exception {
        assertThat(json(young))
                .contains("\"consentNow\":\"GUARDIAN_SAID_NO\"")
                .doesNotContain("\"consentNow\":\"GIVEN\"");
        assertThat(pages.words("/disclosures/of/{id}", young.value())).contains("now: a guardian said no");
    }

    /** Nobody's page grows without end because an agency opened something often; each opening stands on one page. */
    @Test
    void tellsEachOfManyOnOnePageAndOnOneAlone() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, often.value()));
        List<Long> told = new ArrayList<>();
        List<Integer> onEach = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = JSON.readTree(
                    pages.get("/api/v1/disclosures/of/" + often + before).getContentAsString());
            page.path("opened").forEach(each -> told.add(each.path("position").asLong()));
            onEach.add(page.path("opened").size());
            before = page.path("before").isNull()
                    ? ""
                    : "?before=" + page.path("before").asLong();
        } while (!before.isEmpty());
        assertThat(told).hasSize(OFTEN).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(onEach).hasSizeGreaterThan(1).allMatch(size -> size <= 50);
        assertThat(pages.get("/disclosures/of/{id}.csv", often.value())
                        .getContentAsString()
                        .lines())
                .filteredOn(line -> line.contains("opened by the agency"))
                .hasSize(OFTEN);
    }

    @Test
    void callsNoneLawfulThatCameAfterTheConsentHadEnded() throws Exception {
        String json = json(late);
        String opened = json.substring(json.indexOf("\"opened\":["));
        assertThat(opened).contains("\"lawfulWhenMade\":false");
    }

    @Test
    void hasNoneOfWhoeverWasNeverReferred() throws Exception {
        assertThat(json(other)).contains("\"opened\":[]");
        assertThat(pages.words("/disclosures/of/{id}", other.value())).doesNotContain("When an agency opened it");
    }
}

package org.troth.query.youth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.DecidingAloneEnded;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.events.youth.YouthEvent.Statement;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ShowingYouthIT {

    private static final LocalDate OF_AGE = LocalDate.of(2999, 4, 1);

    private static House house;
    private static Story story;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 5).beginning();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Somebody who is not of age, with one person named beside them under the number 2. */
    private static ParticipantId young(String name) {
        ParticipantId id = story.enrolled(name);
        story.aside(id, "Annabella");
        story.tell(new MinorityNoted(id, OF_AGE, Story.LAW));
        return id;
    }

    private static GuardianAgreed yes(ParticipantId id, ConsentId consent) {
        return new GuardianAgreed(
                id, consent, 2, Statement.SIGNED, "colleague", "en", null, Interpreting.NONE, Story.LAW);
    }

    @Test
    void showsTheCoordinatorHowAConsentStandsWithWhatAGuardianSays() throws Exception {
        ParticipantId ada = young("Ada Byron");
        ConsentId consent = story.askedYoung(ada);
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        house.caughtUp();
        assertThat(pages.words("/youth/{participant}", ada.value()))
                .contains("They come of age on 1 April 2999.", "Annabella 2", "Check that they may say yes")
                .contains("Waits for a guardian")
                .doesNotContain("Guardian 2 says");
        assertThat(pages.words("/participants/{id}", ada.value())).contains("Waits for a guardian");

        story.tell(new GuardianRecognised(ada, 2, "parent", "birth-record-seen", Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/youth/{participant}", ada.value()))
                .contains("Parent; checked: birth record seen", "Guardian 2 says yes", "Guardian 2 says no");

        story.tell(yes(ada, consent));
        house.caughtUp();
        assertThat(pages.words("/youth/{participant}", ada.value())).contains("Guardian 2 said yes", "In force");

        story.tell(new GuardianObjected(ada, consent, 2, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/participants/{id}", ada.value())).contains("A guardian said no");

        story.tell(new GuardianStandingEnded(ada, 2));
        house.caughtUp();
        assertThat(pages.words("/youth/{participant}", ada.value()))
                .contains("Waits for a guardian")
                .doesNotContain("Guardian 2 said");
    }

    @Test
    void showsUnderEveryRecordOfOnePersonWhatIsNotedUnderOne() throws Exception {
        ParticipantId noted = young("Sofya Kovalevskaya");
        ParticipantId kept = story.enrolled("Sonja Kowalewski");
        ConsentId asIfOfAge = story.consent(kept, Purpose.SUPPORT, LocalDate.of(2999, 12, 31));
        story.tell(new ConsentGiven(asIfOfAge, kept, Story.LAW));
        ConsentId young = story.askedYoung(noted);
        story.tell(new GuardianRecognised(noted, 2, "parent", "birth-record-seen", Story.LAW));
        story.tell(yes(noted, young));
        house.caughtUp();
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        assertThat(pages.words("/participants/{id}", kept.value()))
                .contains("In force")
                .doesNotContain("ask anew");

        for (ParticipantId each : List.of(kept, noted)) {
            story.tell(new PersonsMerged(each, kept, noted, "same-papers", Story.LAW));
        }
        house.caughtUp();
        assertThat(pages.words("/participants/{id}", kept.value())).contains("Not in force: ask anew");
        house.gate.alsoTheirs.add(noted.value());
        Pages own = new Pages(house).as(Story.self(Role.PARTICIPANT, kept.value()));
        assertThat(own.words("/youth/mine"))
                .contains("Both of you have to say yes.", "Not in force: ask anew", "In force");

        story.tell(new CameOfAge(noted, OF_AGE, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/worklist/age")).contains("Sofya Kovalevskaya");
        story.consent(kept, Purpose.SUPPORT, LocalDate.of(2999, 12, 31));
        house.caughtUp();
        assertThat(pages.words("/worklist/age"))
                .as("asked anew under the other record")
                .doesNotContain("Sofya Kovalevskaya");

        for (ParticipantId each : List.of(kept, noted)) {
            story.tell(new MergeUndone(each, kept, noted, Story.LAW));
        }
        house.caughtUp();
        assertThat(pages.words("/participants/{id}", kept.value())).doesNotContain("ask anew");
    }

    @Test
    void putsOnTheWorklistWhatEndedWithTheDayUntilItIsAskedAnew() throws Exception {
        ParticipantId rosa = young("Rosa Parks");
        ConsentId consent = story.askedYoung(rosa);
        story.tell(new GuardianRecognised(rosa, 2, "parent", "birth-record-seen", Story.LAW));
        story.tell(yes(rosa, consent));
        ParticipantId alone = young("Lise Meitner");
        story.askedYoung(alone);
        story.tell(new DecidingAloneBegun(alone, "guardian-is-a-danger", Story.LAW));
        house.caughtUp();
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        assertThat(pages.words("/worklist/age")).doesNotContain("Rosa Parks");

        story.tell(new CameOfAge(rosa, OF_AGE, Story.LAW));
        story.tell(new CameOfAge(alone, OF_AGE, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/worklist/age")).contains("Rosa Parks").doesNotContain("Lise Meitner");
        assertThat(pages.words("/youth/{participant}", rosa.value()))
                .contains("They have come of age.", "Ended on coming of age")
                .doesNotContain("2999");
        assertThat(pages.words("/youth/{participant}", alone.value())).contains("In force");

        story.consent(rosa, Purpose.SUPPORT, LocalDate.of(2999, 12, 31));
        house.caughtUp();
        assertThat(pages.words("/worklist/age")).doesNotContain("Rosa Parks");
    }

    @Test
    void showsThemselvesNeitherTheDayNorWhyTheyDecideAlone() throws Exception {
        ParticipantId jane = young("Jane Goodall");
        story.askedYoung(jane);
        house.caughtUp();
        Pages own = new Pages(house).as(Story.self(Role.PARTICIPANT, jane.value()));
        assertThat(own.words("/youth/mine"))
                .contains("Both of you have to say yes.", "Waits for a guardian")
                .doesNotContain("2999");
        assertThat(own.words("/mine")).contains("Waits for a guardian", "What this means");

        story.tell(new DecidingAloneBegun(jane, "guardian-is-a-danger", Story.LAW));
        house.caughtUp();
        assertThat(own.words("/youth/mine"))
                .contains("You decide alone", "In force")
                .doesNotContainIgnoringCase("danger");
        assertThat(own.words("/mine")).doesNotContainIgnoringCase("danger");

        story.tell(new DecidingAloneEnded(jane));
        story.tell(new MinorityNoteTakenBack(jane));
        house.caughtUp();
        assertThat(own.words("/youth/mine")).contains("Only your own yes counts.", "Not in force: ask anew");
    }

    @Test
    void isNobodyElsesPage() {
        ParticipantId mary = young("Mary Anning");
        house.caughtUp();
        Pages pages = new Pages(house);
        for (Actor other : new Actor[] {
            Story.AUDITOR, Story.self(Role.PARTICIPANT, mary.value()), Story.self(Role.VOLUNTEER, UUID.randomUUID())
        }) {
            for (String place : new String[] {"/youth/{participant}", "/api/v1/youth/{participant}"}) {
                assertThatThrownBy(() -> pages.as(other).get(place, mary.value()))
                        .hasCauseInstanceOf(LookForbidden.class);
            }
        }
        assertThatThrownBy(() -> pages.as(Story.COORDINATOR).get("/youth/{participant}", UUID.randomUUID()))
                .hasCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.as(Story.COORDINATOR).get("/youth/mine"))
                .hasCauseInstanceOf(LookForbidden.class);
    }

    /** As if they were of age, as if they were not, and a question that nobody can answer any more: each until it was asked anew. */
    @Test
    void putsOnTheWorklistWhatWasAskedInOtherWords() throws Exception {
        Pages pages = new Pages(house).as(Story.COORDINATOR);
        ParticipantId late = story.enrolled("Grace Hopper");
        ConsentId before = story.consent(late, Purpose.SUPPORT, LocalDate.of(2999, 12, 31));
        story.tell(new ConsentGiven(before, late, Story.LAW));
        story.consent(late, Purpose.RESEARCH, LocalDate.of(2999, 12, 31));
        ParticipantId mistaken = story.enrolled("Hedy Lamarr");
        story.tell(new MinorityNoted(mistaken, OF_AGE, Story.LAW));
        story.askedYoung(mistaken);
        house.caughtUp();
        assertThat(pages.words("/worklist/anew")).doesNotContain("Grace Hopper", "Hedy Lamarr");

        story.tell(new MinorityNoted(late, OF_AGE, Story.LAW));
        story.tell(new MinorityNoteTakenBack(mistaken));
        house.caughtUp();
        assertThat(pages.words("/worklist/anew"))
                .contains("Grace Hopper", "Hedy Lamarr", "Being supported", "Research");
        assertThat(pages.get("/worklist/anew").getContentAsString())
                .contains("/consents/new?participant=" + late + "&amp;purpose=SUPPORT")
                .contains("/consents/new?participant=" + late + "&amp;purpose=RESEARCH");
        assertThat(pages.words("/")).contains("Asked in words that are not for them");

        story.askedYoung(late);
        story.consent(mistaken, Purpose.SUPPORT, LocalDate.of(2999, 12, 31));
        house.caughtUp();
        assertThat(pages.words("/worklist/anew"))
                .contains("Grace Hopper", "Research")
                .doesNotContain("Being supported", "Hedy Lamarr");

        story.tell(new CameOfAge(late, OF_AGE, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/worklist/anew")).doesNotContain("Research");
    }
}

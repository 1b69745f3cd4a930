package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePerson;

/** The auditor sees what happened and who looked at whom, and that looking is seen as well. */
@ExtendWith(Stage.class)
class AuditingIT {

    private static final SamplePerson PERSON = new SamplePerson(
            "Perpetua Nightingow",
            "Nightingow",
            "+44 20 7946 0477",
            "perpetua@nightingow.invalid",
            "2 Larkspur Yard",
            "They sold the van that I slept in near Wexcombe.",
            "Wexcombe");

    @Test
    void showsTheChronologyAndWhoSawWhatAndTheAccountingInThreeForms(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        String participant = coordinator.enrolled(PERSON);
        coordinator.at().goTo("/participants/" + participant).sees(PERSON.name());

        Visitor auditor = cast.at("auditor");
        auditor.goTo("/audit").seesNot(PERSON.storyWord(), PERSON.phone());
        auditor.goTo("/disclosures").seesNot(PERSON.storyWord(), PERSON.phone());
        auditor.goTo("/disclosures/of/" + participant).sees("COC").seesNot(PERSON.storyWord(), PERSON.phone());
        String before = auditor.text();

        APIResponse csv = auditor.get("/disclosures/of/" + participant + ".csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers()).containsEntry("cache-control", "no-store");
        assertThat(csv.headers().get("content-type")).startsWith("text/csv");
        assertThat(csv.text().lines().count()).isGreaterThan(2);
        assertThat(csv.text()).doesNotContain(PERSON.storyWord(), PERSON.phone());

        auditor.goTo("/disclosures/of/" + participant);
        assertThat(auditor.text()).as("reading the log is logged").isNotEqualTo(before);

        assertThat(auditor.attempt("/participants/" + participant)).isIn(403, 404);
        auditor.seesNot(PERSON.name());
    }
}

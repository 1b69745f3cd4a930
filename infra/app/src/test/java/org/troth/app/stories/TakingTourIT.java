package org.troth.app.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** The README's tour, on the demonstration: every place it shows is there. {@code -Dtroth.tour=true} takes its pictures anew. */
@ExtendWith(Stage.class)
class TakingTourIT {

    @Test
    void goesWhereTheReadmeGoes(Cast cast) {
        Visitor coordinator = cast.at("coordinator");
        coordinator.goTo("/");
        Pictures.forTour(coordinator, "worklist");
        coordinator.goTo("/participants").search("Marisol Vance").seesEventually("everybody shown below");
        Visitor participant = cast.at("participant", Device.PHONE, Way.MOUSE);
        participant.goTo("/mine");
        // Other stories may have brought somebody of her name.
        coordinator
                .goTo("/participants/" + participant.linked("/disclosures/of/"))
                .sees("Marisol Vance");
        Pictures.forTour(coordinator, "case");
        coordinator.follow("See the plan").follow("Open it");
        Pictures.forTour(coordinator, "plan");
        coordinator.goTo("/worklist/places");
        Pictures.forTour(coordinator, "places");

        participant.goTo("/mine");
        Pictures.forTour(participant, "participant-phone");
        participant.goTo("/goals");
        Pictures.forTour(participant, "goals-phone");

        Visitor volunteer = cast.at("volunteer", Device.PHONE, Way.MOUSE);
        volunteer.goTo("/walks");
        Pictures.forTour(volunteer, "volunteer-phone");
        volunteer.goTo("/charter");
        Pictures.forTour(volunteer, "charter-phone");

        Visitor auditor = cast.at("auditor");
        auditor.goTo("/audit");
        Pictures.forTour(auditor, "chronology");
        auditor.goTo("/disclosures");
        auditor.goTo("/disclosures/of/" + auditor.linked("/disclosures/of/"));
        Pictures.forTour(auditor, "accounting");

        Visitor administrator = cast.at("administrator");
        administrator.goTo("/accounts");
        administrator.goTo("/rebuild").intend("rebuild").seesEventually("100 %");
        Pictures.forTour(administrator, "rebuild");
    }
}

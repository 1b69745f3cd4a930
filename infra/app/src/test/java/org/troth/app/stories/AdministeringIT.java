package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** The administrator gives and takes, sees no content, and rebuilds what is shown. */
@ExtendWith(Stage.class)
class AdministeringIT {

    @Test
    void givesAndTakesRoleAndTheSittingOfTheAccountEndsAtOnce(Cast cast) {
        Administrator administrator = new Administrator(cast.at("administrator"));
        String code = administrator.invite("new-colleague", "Coordinator: runs the programme day by day", "");
        Visitor colleague = Administrator.open(cast.visitor(Device.DESKTOP, Way.MOUSE), "new-colleague", code);
        colleague.goTo("/participants");

        administrator
                .at()
                .goTo("/accounts")
                .followWhere("new-colleague", "/accounts/")
                .intend("roles/COORDINATOR/taking");
        colleague.attempt("/participants");
        assertThat(colleague.path()).isEqualTo("/sign-in");

        Visitor second = cast.visitor(Device.DESKTOP, Way.MOUSE);
        second.goTo("/accounts/opening")
                .fill("Name", "new-colleague")
                .fill("Code", code)
                .fill("New password", "another seven lanterns");
        second.isRefused("opening", 409);
    }

    @Test
    void seesNoContent(Cast cast) {
        String participant = new Coordinator(cast.at("coordinator")).enquire("I would like to ask something.");
        Visitor administrator = cast.at("administrator");
        for (String path : List.of(
                "/participants",
                "/participants/" + participant,
                "/volunteers",
                "/audit",
                "/disclosures",
                "/disclosures/of/" + participant,
                "/mine",
                "/walks",
                "/directory")) {
            assertThat(administrator.attempt(path)).as(path).isIn(403, 404);
            administrator.seesNot("I would like to ask something.");
        }
    }

    @Test
    void rebuildsWhatIsShownAndEverythingIsThereAgain(Cast cast) {
        Visitor coordinator = cast.at("coordinator");
        coordinator.goTo("/participants");
        String before = coordinator.text();
        Visitor administrator = cast.at("administrator");
        administrator.goTo("/rebuild").intend("rebuild").seesEventually("100 %").seesNot("did not succeed");
        coordinator.goTo("/participants");
        assertThat(coordinator.text()).isEqualTo(before);
    }

    @Test
    void watchesTheRebuildWithoutAskingAndNoLongerThanItRuns(Cast cast) {
        Visitor administrator = cast.at("administrator");
        administrator.goTo("/rebuild").intend("rebuild");
        Page page = administrator.page();
        page.getByText("100 %").first().waitFor();
        page.getByText("Ended").waitFor();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.waitForTimeout(2_500);
        assertThat(asked).isEmpty();
        assertThat(administrator.offers("rebuild")).isTrue();
        administrator.goTo("/rebuild").sees("100 %", "Ended");
    }
}

package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.PhoneApp;
import org.troth.app.stories.Stage.Cast;

/** Somebody adds a second step to their sign-in, loses the phone, and comes in all the same. */
@ExtendWith(Stage.class)
class SettingUpSecondStepIT {

    private static final String AUDITOR = "Auditor: reviews what was done and who looked";

    @Test
    void isDoneInOneGoAtADesk(Cast cast) {
        Visitor colleague = cast.visitor(Device.DESKTOP, Way.MOUSE);
        List<String> recovery = comesInWithARecoveryCode(cast, colleague, "careful-colleague");

        colleague
                .goTo("/accounts/mine")
                .page()
                .locator("form[action$='/tokens']")
                .evaluate("form => form.setAttribute('action', '/sign-in/again')");
        colleague
                .isRefused("sign-in/again", 403, "Is it you?", "That did not fit.")
                .fill("Code", recovery.get(1))
                .pressOnce("Go on")
                .goTo("/accounts/mine")
                .sees("8 recovery codes are left.");
    }

    @Test
    void isDoneOnAPhoneWithoutScripts(Cast cast) {
        comesInWithARecoveryCode(cast, cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT), "careful-traveller");
    }

    @Test
    void endsWithAResetOfBothAndTheRecordSaysSo(Cast cast) {
        Administrator administrator = new Administrator(cast.at("administrator"));
        String code = administrator.invite("unlucky-colleague", AUDITOR, "");
        Visitor colleague = Administrator.open(cast.visitor(Device.DESKTOP, Way.KEYBOARD), "unlucky-colleague", code);
        setUp(colleague);

        administrator
                .at()
                .goTo("/accounts")
                .followWhere("unlucky-colleague", "/accounts/")
                .seesEventually("it signs in with a second step since")
                .pressOnce("Reset both with a new code");
        String another = administrator.at().page().locator("#code").innerText().strip();
        Administrator.open(colleague, "unlucky-colleague", another)
                .goTo("/audit")
                .sees("The app of an account opens nothing any more.", "An account was reset.");
    }

    private static List<String> comesInWithARecoveryCode(Cast cast, Visitor colleague, String name) {
        String code = new Administrator(cast.at("administrator")).invite(name, AUDITOR, "");
        Administrator.open(colleague, name, code);
        List<String> recovery = setUp(colleague);

        colleague.signIn(name, Administrator.PASSWORD).sees("One more step");
        assertThat(colleague.attempt("/audit"))
                .as("after leaving the page of the code")
                .isEqualTo(200);
        assertThat(colleague.path()).isEqualTo("/sign-in");
        colleague
                .goTo("/sign-in/code")
                .fill("Code", "000000")
                .pressOnce("Sign in")
                .sees("That did not fit")
                .fill("Code", recovery.get(0))
                .pressOnce("Sign in");
        colleague.goTo("/accounts/mine").sees("9 recovery codes are left.");
        colleague.goTo("/accounts/mine/factor").sees("Show that it works");
        return recovery;
    }

    private static List<String> setUp(Visitor colleague) {
        colleague.goTo("/accounts/mine").follow("Set it up");
        PhoneApp app = PhoneApp.with(colleague.page().locator("#key").innerText());
        colleague
                .fill("Code that the app shows now", app.code(Instant.now()))
                .pressOnce("Set it up")
                .sees("Your recovery codes");
        List<String> recovery = colleague.page().locator("#recovery-codes code").allInnerTexts();
        assertThat(recovery).hasSize(10);
        colleague.follow("Sign in again");
        assertThat(colleague.path()).isEqualTo("/sign-in");
        return recovery;
    }
}

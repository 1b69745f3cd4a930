package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;

/** Somebody makes a passkey, comes in with it, shows once more that it is them, and does without it again. */
@ExtendWith(Stage.class)
class SigningInWithPasskeyIT {

    private static final String ADMINISTRATOR = "Administrator: keeps accounts, cannot read content";

    /** Of this machine under its name: a number has no passkeys. */
    private static URI named(Cast cast) {
        return URI.create("http://localhost:" + cast.troth().origin().getPort());
    }

    @Test
    void isDoneWithTheKeyboardAlone(Cast cast) {
        String code = new Administrator(cast.at("administrator")).invite("key-holder", ADMINISTRATOR, "");
        Visitor colleague = cast.visitor(named(cast), Device.DESKTOP, Way.KEYBOARD);
        PretendDevice device = new PretendDevice(colleague.page());
        Administrator.open(colleague, "key-holder", code);

        colleague
                .goTo("/accounts/mine")
                .follow("Make a passkey")
                .sees("A passkey for signing in", "may see that address")
                .choose("On a security key")
                .pressOnce("Make a passkey")
                .sees("Your recovery codes");
        List<String> recovery = colleague.page().locator("#recovery-codes code").allInnerTexts();
        assertThat(recovery).hasSize(10);
        assertThat(device.passkeys()).isEqualTo(1);

        colleague.follow("Sign in again");
        colleague.signIn("key-holder", Administrator.PASSWORD).sees("Please show your passkey.");
        device.knowsItsHolder(false);
        pressInVain(colleague, "Use a passkey");
        device.knowsItsHolder(true);
        colleague.pressOnce("Use a passkey");
        assertThat(colleague.path()).as("signed in").doesNotStartWith("/sign-in");

        colleague
                .goTo("/accounts/mine")
                .sees("A passkey. On a security key, since", "10 recovery codes are left.")
                .page()
                .locator("form[action$='/tokens']")
                .evaluate("form => form.setAttribute('action', '/sign-in/again')");
        colleague
                .isRefused("sign-in/again", 403, "Is it you?", "That did not fit.")
                .pressOnce("Use a passkey")
                .goTo("/accounts/mine")
                .pressOnce("Remove")
                .sees("That way to sign in is gone.");

        colleague.signIn("key-holder", Administrator.PASSWORD);
        colleague
                .goTo("/accounts/mine")
                .sees("A passkey, or a code from an app on your phone, besides your password.")
                .seesNot("On a security key");
    }

    /** The device asks for a finger that is not its holder's: nothing is sent, and the page says so. */
    private static void pressInVain(Visitor colleague, String button) {
        colleague.page().getByText(button).first().focus();
        colleague.page().keyboard().press("Enter");
        colleague.page().getByText("That did not work, or it was stopped.").waitFor();
        assertThat(colleague.path()).isEqualTo("/sign-in/code");
    }

    @Test
    void isNotThereUnderANumber(Cast cast) {
        Administrator administrator = new Administrator(cast.at("administrator"));
        Visitor colleague = Administrator.open(
                cast.visitor(Device.PHONE, Way.MOUSE), "numbered", administrator.invite("numbered", ADMINISTRATOR, ""));
        colleague
                .goTo("/accounts/mine/passkeys")
                .sees(
                        "Passkeys do not work at the address where you are.",
                        "http://localhost:" + named(cast).getPort());
        assertThat(colleague.page().getByText("Where do you keep it?").isVisible())
                .isFalse();
    }

    @Test
    void saysWhatIsMissingWithoutScripts(Cast cast) {
        Administrator administrator = new Administrator(cast.at("administrator"));
        Visitor colleague = Administrator.open(
                cast.visitor(named(cast), Device.PHONE, Way.WITHOUT_SCRIPT),
                "unscripted",
                administrator.invite("unscripted", ADMINISTRATOR, ""));
        colleague
                .goTo("/accounts/mine/passkeys")
                .sees("A passkey needs scripts")
                .follow("Rather use an app with codes")
                .sees("Show that it works");
    }
}

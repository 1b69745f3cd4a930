package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator does; and what those do whom an administrator has invited. */
final class Administrator {

    static final String PASSWORD = "seven lanterns under the pier";

    private final Visitor at;

    Administrator(Visitor at) {
        this.at = at;
    }

    Visitor at() {
        return at;
    }

    /** Invites an account for a person of the programme, or for one of the staff when it is empty; answers with the one-time code. */
    String invite(String name, String role, String person) {
        at.goTo("/accounts/new")
                .fill("Name to sign in with", name)
                .choose(role)
                .fill("Whose account it is", person)
                .pressOnce("Invite");
        String code = at.page().locator("#code").innerText().strip();
        assertThat(code).isNotBlank();
        return code;
    }

    /** A visitor opens their account with the code, and signs in. */
    static Visitor open(Visitor visitor, String name, String code) {
        visitor.goTo("/accounts/opening")
                .fill("Name", name)
                .fill("Code", code)
                .fill("New password", PASSWORD)
                .pressOnce("Open the account")
                .sees("Your account is open");
        return visitor.signIn(name, PASSWORD);
    }
}

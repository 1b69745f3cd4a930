package org.troth.app.stories;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device that keeps passkeys for one page, as Chromium pretends one: it knows its holder, who always agrees. */
final class PretendDevice {

    private final CDPSession session;
    private final String name;

    PretendDevice(Page page) {
        session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject added = new JsonObject();
        added.add("options", options);
        name = session.send("WebAuthn.addVirtualAuthenticator", added)
                .get("authenticatorId")
                .getAsString();
    }

    int passkeys() {
        return session.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Whether its holder shows the device from now on that it is them. */
    void knowsItsHolder(boolean known) {
        JsonObject said = named();
        said.addProperty("isUserVerified", known);
        session.send("WebAuthn.setUserVerified", said);
    }

    private JsonObject named() {
        JsonObject named = new JsonObject();
        named.addProperty("authenticatorId", name);
        return named;
    }
}

package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The challenges that wait in a sitting, in memory: one for each purpose, for five minutes, and gone with the first answer whatever
 * it is. They end with the sitting, so that none is of use to another account or at another browser.
 */
public final class Challenges {

    /** What was asked for; a challenge for one is none for another. */
    public enum Purpose {
        /** A new passkey. */
        MAKE,
        /** To come in after the password. */
        SIGN_IN,
        /** To show once more who it is. */
        STEP_UP
    }

    private final Sittings sittings;

    Challenges(Sittings sittings) {
        this.sittings = sittings;
    }

    /** From now on it is this one; nothing where nobody sits. */
    public void keep(HttpServletRequest request, Purpose purpose, String challenge) {
        sittings.ask(request, purpose, challenge);
    }

    /** Takes it away; empty where there is none, or none any more. */
    public Optional<String> take(HttpServletRequest request, Purpose purpose) {
        return sittings.asked(request, purpose);
    }
}

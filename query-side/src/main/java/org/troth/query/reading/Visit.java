package org.troth.query.reading;

import java.util.UUID;
import org.troth.events.account.Actor;
import org.troth.events.disclosure.PurposeOfUse;

/**
 * One admitted request to see something.
 *
 * @param route the page or answer by its pattern, never with a value in it
 */
public record Visit(Actor actor, PurposeOfUse purpose, String route, UUID request) {

    /** The same request for another purpose. */
    public Visit toward(PurposeOfUse other) {
        return new Visit(actor, other, route, request);
    }
}

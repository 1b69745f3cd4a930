package org.troth.events.consent;

import java.util.Optional;
import org.troth.events.consent.ConsentEvent.ShownText;

/** Which published text of consent says the same in another language. */
public interface SaidInAnotherLanguage {

    /**
     * The text that somebody is to be read who is asked beside the person, in their language or in the same language without its
     * region; the very same where that is its own language. Empty where none is published.
     *
     * @param language by BCP 47
     */
    Optional<ShownText> of(ShownText asked, String language);
}

package org.troth.vault;

import java.util.Collection;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.DisclosureExceeded;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;

/** Opens what a disclosure on the record names, within its second, and nothing else. */
final class DisclosedOpener implements Opener {
    private final WordOpening opening;

    DisclosedOpener(WordOpening opening) {
        this.opening = opening;
    }

    @Override
    public String open(Sealed sealed, Disclosure disclosure) {
        if (!disclosure.permits(sealed.owner(), sealed.words())) {
            throw new DisclosureExceeded("the disclosure does not name this owner with this kind of words");
        }
        requireFresh(disclosure);
        return opening.open(sealed, () -> requireFresh(disclosure));
    }

    @Override
    public void expect(Collection<Sealed> sealed, Disclosure disclosure) {
        if (!disclosure.isStale()) {
            opening.expect(sealed.stream()
                    .filter(each -> disclosure.permits(each.owner(), each.words()))
                    .toList());
        }
    }

    private static void requireFresh(Disclosure disclosure) {
        if (disclosure.isStale()) {
            throw new DisclosureExceeded("the disclosure is older than one second");
        }
    }
}

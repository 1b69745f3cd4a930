package org.troth.events.charter;

import java.util.UUID;

/**
 * The strong question "has this person read the charter of the role as it is published now?", answered from the record and
 * never from a view. It needs no precondition: who has said so cannot take it back, until a newer version is published.
 */
@FunctionalInterface
public interface CharterAcknowledgements {

    /** Whether they said so with their own account, in whichever language. */
    boolean acknowledged(UUID person);
}

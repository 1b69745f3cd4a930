package org.troth.events.message;

import java.util.Optional;

/** Where those are written to who do something for the programme: the mailbox of a role, never of a person. */
public interface RoleMailboxes {

    /** Of those who are asked past the coordinator; absent where the programme has none. */
    Optional<String> secondContact();
}

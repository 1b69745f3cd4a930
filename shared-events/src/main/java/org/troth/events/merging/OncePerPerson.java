package org.troth.events.merging;

import java.util.UUID;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/** What one person has once at most, whichever of their records it stands in: merging holds these claims as others do. */
public final class OncePerPerson {

    private OncePerPerson() {}

    /** A participant's one open match, or the request for one. */
    public static Claim openMatch(Tags tags, ParticipantId participant) {
        return new Claim(TagKind.OPEN_MATCH, tags.tag(TagKind.OPEN_MATCH, participant.toString()));
    }

    /** The account of a participant or volunteer. */
    public static Claim account(Tags tags, UUID person) {
        return new Claim(TagKind.PERSON_ACCOUNT, tags.tag(TagKind.PERSON_ACCOUNT, person.toString()));
    }
}

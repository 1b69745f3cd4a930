package org.troth.events.confidential;

/** What a keyed tag stands for; each kind has an index key of its own. The codes are stored. */
public enum TagKind {
    /** The name an account signs in with. */
    SIGN_IN_NAME(1),
    /** A one-time code that opens or resets an account. */
    INVITATION(2),
    /** An API token. */
    API_TOKEN(3),
    /** One of a volunteer's places: {@code volunteer/number}. */
    VOLUNTEER_PLACE(4),
    /** A participant's one open match. */
    OPEN_MATCH(5),
    /** The account of a participant or volunteer. */
    PERSON_ACCOUNT(6),
    /** The key of an idempotent request. */
    IDEMPOTENCY_KEY(7),
    /** The content of an idempotent request. */
    REQUEST(8),
    /** A service or organisation of the directory by its published identifier. */
    DIRECTORY_ENTRY(9),
    /** Two people who are not to be proposed to each other again: {@code participant/volunteer}. */
    PARTED_PAIR(10),
    /** The code by which whoever asked without a name comes back. */
    ENQUIRY_RECEIPT(11),
    /** One of the codes that stand in for a lost second factor. */
    RECOVERY_CODE(12),
    /** The link and the code by which an agency opens what was sent to it: {@code link/code}. */
    AGENCY_OPENING(14),
    /** The secret of the one sitting that began with them. */
    AGENCY_SITTING(15),
    /** A version of the charter of the role that somebody acknowledged: {@code charter/version/person}. */
    CHARTER_ACKNOWLEDGED(20),
    /** Whose names are compared: a participant or volunteer. */
    CONFLICT_PERSON(21),
    /** A word, or two words, of a name that somebody should not be brought together with. */
    CONFLICT_NAME(22),
    /** The question whether somebody else may come to a meeting: {@code match/day/guest}. */
    PRESENCE_AT_MEETING(30),
    /** One of the questions of consent that a participant was asked for one purpose: {@code participant/purpose/number}. */
    CONSENT_ASKED(31),
    /** A participant's one open plan. */
    OPEN_PLAN(32);

    private final int code;

    TagKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

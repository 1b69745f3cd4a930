package org.troth.events.consent;

/** What a consent is for; never more than one to a consent. */
public enum Purpose {
    SUPPORT("being supported by the programme"),
    MATCHING("finding somebody to walk beside you"),
    SHARING("passing on what you choose to one agency"),
    REPORTING("being counted in reports"),
    RESEARCH("research"),
    PUBLICITY("telling your story in public");

    private final String plain;

    Purpose(String plain) {
        this.plain = plain;
    }

    public String plain() {
        return plain;
    }
}

package org.troth.events.confidential;

/** Makes secrets that are shown once: invitation codes, API tokens. */
public interface Codes {

    /** At least 160 random bits as letters and digits that survive being read aloud and typed. */
    String next();
}

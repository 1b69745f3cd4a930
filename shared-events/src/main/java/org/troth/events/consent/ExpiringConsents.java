package org.troth.events.consent;

/** Notes on the record that consents have passed their last day. They ended by their date; this only says so. */
public interface ExpiringConsents {

    /** Safe to call at any time and any number of times; returns how many were noted now. */
    int noteExpired();
}

package org.troth.web;

/** Told when someone who is signed in asks for a place their roles do not open; implementations fold repeats. */
@FunctionalInterface
public interface Refusals {

    /** @param pattern the door's pattern, never the address asked for */
    void refused(SignedInUser user, String method, String pattern);
}

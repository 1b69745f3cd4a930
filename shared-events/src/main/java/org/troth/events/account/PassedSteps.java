package org.troth.events.account;

/** What was kept of codes that were shown, so that none is taken twice and none is guessed, and need not be kept any more. */
public interface PassedSteps {

    /** Forgets it, also of whoever never comes again, so that it does not stay as a trace of when they last signed in. */
    void forget();
}

package org.troth.events.youth;

/** Notes on the record that young people have come of age. They were from the beginning of the day; this only says so. */
public interface ComingOfAge {

    /** Safe to call at any time and any number of times; returns how many were noted now. */
    int noteOfAge();
}

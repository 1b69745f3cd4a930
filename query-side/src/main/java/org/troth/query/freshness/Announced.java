package org.troth.query.freshness;

/**
 * What a page learns by itself while it is open: numbers and codes, never a word or an identifier of a person. Whoever keeps the
 * streams asks for it over and over.
 */
public interface Announced {

    /** Where it is listened to. */
    String path();

    /** What is so now, as one line of JSON; the same as long as nothing has changed. */
    String line();
}

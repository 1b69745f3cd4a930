package org.troth.events.confidential;

/** Digests of published texts (never of personal words: a digest of those could be recomputed by anyone). */
public interface Digests {

    /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
    String sha256(String publishedText);
}

package org.troth.store.codec;

/**
 * A genuine fact that this version of the program does not understand: an unknown name, a later revision or another
 * shape. The message names the place and never the content.
 */
public final class UnreadableFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFact(String what) {
        super(what);
    }
}

package org.troth.store.codec;

/** A class of the language that cannot be stored as it is declared; a fault of the program, found when it starts. */
public final class UnfitForRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitForRecord(Class<?> type, String why) {
        super(type.getName() + " " + why);
    }
}

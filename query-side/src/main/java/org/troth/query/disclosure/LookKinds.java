package org.troth.query.disclosure;

/** What else is in the log beside looks at people, by the word of its address. */
final class LookKinds {

    private LookKinds() {}

    static String of(String word) {
        return switch (word) {
            case "refused" -> "REFUSED";
            case "searches" -> "SEARCHED";
            case "readings" -> "LOG_READ";
            default -> throw new IllegalArgumentException("no such part of the log");
        };
    }
}

package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A C2SP signed note: a text that ends in a newline, and signatures under it that nobody has checked.
 *
 * <p>Read in one spelling only, so that {@code parse(bytes).bytes()} is {@code bytes}: valid UTF-8, no ASCII control
 * character but newline, 1 to 64 signatures, 256 KiB at most.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    static final int MOST_BYTES = 256 * 1024;
    private static final String BLANK_LINE = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isText(text)) {
            throw new IllegalArgumentException("a text that no note can carry");
        }
        if (signatures.isEmpty() || !fit(text, signatures)) {
            throw new IllegalArgumentException("number or length of signatures");
        }
    }

    /** Whether a note of this text and these signatures could be read back. */
    static boolean fit(String text, List<NoteSignature> signatures) {
        return signatures.size() <= NoteSignature.MOST
                && text.getBytes(UTF_8).length
                                + 1L
                                + signatures.stream()
                                        .mapToLong(NoteSignature::length)
                                        .sum()
                        <= MOST_BYTES;
    }

    static boolean isText(String text) {
        return text.endsWith("\n") && StrictText.printable(text);
    }

    public static SignedNote parse(byte[] note) throws Malformed {
        String all = StrictText.utf8(note, MOST_BYTES, "note");
        if (!StrictText.printable(all)) {
            throw new Malformed("control character in a note");
        }
        int end = all.lastIndexOf(BLANK_LINE);
        if (end < 0) {
            throw new Malformed("blank line of a note");
        }
        return new SignedNote(all.substring(0, end + 1), NoteSignature.lines(all.substring(end + 2)));
    }

    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString().getBytes(UTF_8);
    }
}

package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One signature line of a C2SP signed note: who says to have signed, and with what; nobody has checked it. */
public final class NoteSignature {
    static final int MOST = 64;
    private static final int LONGEST = 8 * 1024;
    private static final String DASH = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] value;

    NoteSignature(String name, int keyId, byte[] value) {
        if (!StrictText.isName(name) || value.length == 0 || value.length > LONGEST) {
            throw new IllegalArgumentException("a signature that no note can carry");
        }
        this.name = name;
        this.keyId = keyId;
        this.value = value;
    }

    /** Reads signature lines alone, as a witness answers them: 1 to 64, each ended by a newline. */
    public static List<NoteSignature> lines(byte[] lines) throws Malformed {
        return lines(StrictText.utf8(lines, SignedNote.MOST_BYTES, "signature line"));
    }

    static List<NoteSignature> lines(String lines) throws Malformed {
        if (!lines.endsWith("\n")) {
            throw new Malformed("end of a signature line");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", MOST + 1)) {
            if (signatures.size() == MOST) {
                throw new Malformed("number of signatures");
            }
            signatures.add(line(line));
        }
        return List.copyOf(signatures);
    }

    private static NoteSignature line(String line) throws Malformed {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformed("signature line");
        }
        String name = StrictText.name(line.substring(DASH.length(), space));
        byte[] blob =
                StrictText.base64(line.substring(space + 1), Integer.BYTES + 1, Integer.BYTES + LONGEST, "signature");
        return new NoteSignature(
                name, ByteBuffer.wrap(blob).getInt(), Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }

    public String name() {
        return name;
    }

    int keyId() {
        return keyId;
    }

    /** What stands after the key id; the array must not be changed. */
    byte[] value() {
        return value;
    }

    /** The line of a note, as a witness answers it. */
    public byte[] bytes() {
        return line().getBytes(UTF_8);
    }

    /** Bytes of its line: dash, two spaces and the newline are six. */
    int length() {
        return 6 + name.getBytes(UTF_8).length + (Integer.BYTES + value.length + 2) / 3 * 4;
    }

    String line() {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + value.length)
                .putInt(keyId)
                .put(value)
                .array();
        return DASH + name + " " + StrictText.base64(blob) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(value));
    }

    @Override
    public String toString() {
        return "signature of " + name;
    }
}

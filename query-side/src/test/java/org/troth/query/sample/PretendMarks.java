package org.troth.query.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/** Keeps the parts as they are, behind a sum of what they were marked of: lets nothing through that it need not. */
public final class PretendMarks implements BlindMarks {

    @Override
    public byte[] mark(Sealed sealed, Collection<String> parts) {
        return (sum(sealed) + "\n" + String.join("\n", parts) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean areOf(Sealed sealed, byte[] marks) {
        return lines(marks).get(0).equals(sum(sealed));
    }

    @Override
    public Sieve sieve(Words field, Collection<String> parts) {
        return (name, marks) -> !areOf(name, marks) || lines(marks).containsAll(parts);
    }

    private static List<String> lines(byte[] marks) {
        return Arrays.asList(new String(marks, StandardCharsets.UTF_8).split("\n"));
    }

    private static String sum(Sealed sealed) {
        CRC32 sum = new CRC32();
        sum.update(sealed.stored());
        return "sum of what is sealed " + sum.getValue();
    }
}

package org.troth.events.recording;

import java.util.Arrays;
import org.troth.events.confidential.TagKind;

/** A value that one stream at a time may hold, known only by its keyed tag. */
public record Claim(TagKind kind, byte[] tag) {

    public Claim {
        tag = tag.clone();
    }

    @Override
    public byte[] tag() {
        return tag.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claim that && kind == that.kind && Arrays.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tag);
    }

    @Override
    public String toString() {
        return "Claim of " + kind;
    }
}

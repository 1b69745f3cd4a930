package org.troth.events.recording;

import org.troth.events.confidential.TagKind;

/** Another stream holds the value that was to be claimed. */
public final class ClaimTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TagKind kind;

    public ClaimTaken(TagKind kind) {
        super("already taken: " + kind);
        this.kind = kind;
    }

    public TagKind kind() {
        return kind;
    }
}

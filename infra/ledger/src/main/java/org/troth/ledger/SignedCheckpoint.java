package org.troth.ledger;

import java.util.ArrayList;
import java.util.List;

/** A checkpoint and the signatures under it, which only a {@link VerifierKey} or a {@link Policy} can judge. */
public record SignedCheckpoint(Checkpoint checkpoint, List<NoteSignature> signatures) {

    public SignedCheckpoint {
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || !SignedNote.fit(checkpoint.text(), signatures)) {
            throw new IllegalArgumentException("number or length of signatures");
        }
    }

    /** Reads {@link #bytes} back, in this one spelling only. */
    public static SignedCheckpoint parse(byte[] note) throws Malformed {
        SignedNote signed = SignedNote.parse(note);
        return new SignedCheckpoint(Checkpoint.parse(signed.text()), signed.signatures());
    }

    /** Has every signer sign, in this order, cosignatures at this time. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, long seconds, List<NoteSigner> signers) {
        return new SignedCheckpoint(
                checkpoint,
                signers.stream().map(signer -> signer.sign(checkpoint, seconds)).toList());
    }

    /**
     * The same checkpoint with more signatures, of which those it has already are left out. Refused where nobody could read
     * it any more; whether any signature is true is not asked here.
     */
    public SignedCheckpoint with(List<NoteSignature> more) throws Malformed {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
        if (!SignedNote.fit(checkpoint.text(), all)) {
            throw new Malformed("number or length of signatures");
        }
        return new SignedCheckpoint(checkpoint, all);
    }

    /** The signed note. */
    public byte[] bytes() {
        return new SignedNote(checkpoint.text(), signatures).bytes();
    }
}

package org.troth.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whom somebody trusts to vouch for a checkpoint: a C2SP tlog-policy of logs, witnesses and a quorum.
 *
 * <p>Any one {@code log} line will do for the log. So a log that signs with two keys has the second, ML-DSA-44, as a
 * {@code witness} in a {@code group ... all}, and a signature stripped from the checkpoint fails the quorum.
 */
public final class Policy {
    private final List<Party> logs;
    private final Map<String, Party> witnesses;
    private final Map<String, Group> groups;
    private final String quorum;

    Policy(Collection<Party> logs, Map<String, Party> witnesses, Map<String, Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.groups = new LinkedHashMap<>(groups);
        this.quorum = quorum;
    }

    /** A log or witness: its key, and the address to ask, which means nothing here. */
    public record Party(VerifierKey key, Optional<String> url) {}

    /** Counts as a witness where at least this many of its members, witnesses or groups before it, do. */
    record Group(int threshold, List<String> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    /**
     * Reads a policy: UTF-8 whose only control characters are tab and newline, every line ended, 256 KiB and 64 of each kind
     * at most, at least one log, exactly one quorum. A refusal names the line.
     */
    public static Policy parse(byte[] policy) throws Malformed {
        return PolicyText.parse(policy);
    }

    public List<Party> logs() {
        return logs;
    }

    /** The witnesses by their names in the policy, in its order. */
    public Map<String, Party> witnesses() {
        return Collections.unmodifiableMap(witnesses);
    }

    /**
     * Checks every signature that names one of the policy's keys, and leaves out the others. A log's key is one for this
     * checkpoint only when it is called by its origin.
     */
    public Endorsement judge(SignedCheckpoint signed) {
        String text = signed.checkpoint().text();
        boolean log = false;
        int refused = 0;
        Map<String, Long> cosigned = new TreeMap<>();
        for (NoteSignature signature : signed.signatures()) {
            for (Party party : logs) {
                if (party.key().names(signature)
                        && party.key().name().equals(signed.checkpoint().origin())) {
                    boolean valid = party.key().verifies(text, signature);
                    log |= valid;
                    refused += valid ? 0 : 1;
                }
            }
            for (Map.Entry<String, Party> witness : witnesses.entrySet()) {
                VerifierKey key = witness.getValue().key();
                if (key.names(signature)) {
                    boolean valid = key.verifies(text, signature);
                    if (valid) {
                        cosigned.merge(witness.getKey(), key.time(signature).orElseThrow(), Math::max);
                    }
                    refused += valid ? 0 : 1;
                }
            }
        }
        return new Endorsement(log, cosigned, refused, quorum.equals(PolicyText.NONE) || counts(quorum, cosigned));
    }

    private boolean counts(String name, Map<String, Long> cosigned) {
        Group group = groups.get(name);
        if (group == null) {
            return cosigned.containsKey(name);
        }
        return group.members().stream()
                        .filter(member -> counts(member, cosigned))
                        .count()
                >= group.threshold();
    }
}

package org.troth.vault;

import java.util.List;
import java.util.UUID;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.TagKind;
import org.troth.events.keys.KeyKind;

/**
 * What a data key is looked up by, and what is made when there is none.
 *
 * @param valueClass 0 for all classes; for a SYSTEM key which one it is
 * @param holders who holds a wrap of a JOINT_ANY key, sorted; else empty
 * @param epoch the epoch of a RECORD key; else 0
 */
record KeyName(KeyKind kind, UUID owner, int valueClass, List<UUID> holders, long epoch) {
    /** Owner of what belongs to the installation and to nobody. */
    static final UUID NOBODY = new UUID(0, 0);

    static final KeyName TYPE_TAGS = system(1);
    static final KeyName WRITER_TAGS = system(2);
    static final KeyName STREAM_IDS = system(3);
    static final KeyName BLIND_MARKS = system(4);

    private static final int INDEX = 64;

    KeyName {
        holders = holders.isEmpty()
                ? List.of()
                : holders.stream().distinct().sorted().toList();
    }

    /** The one table of which words are under which key of their owner. */
    static KeyName ofWords(DataClass dataClass, UUID owner) {
        return switch (dataClass) {
            case AUDIT -> new KeyName(KeyKind.AUDIT, owner, 0, List.of(), 0);
            case LOCATION -> new KeyName(KeyKind.SUBJECT, owner, dataClass.code(), List.of(), 0);
            case IDENTITY, CONTACT, NARRATIVE, LIVED_EXPERIENCE, HEALTH, LEGAL, WELLBEING, CREDENTIAL_DETAIL ->
                new KeyName(KeyKind.SUBJECT, owner, 0, List.of(), 0);
        };
    }

    /** Words of one thing of a person, and of nothing else of theirs: die with the person, or by themselves. */
    static KeyName apart(UUID thing, UUID person) {
        return jointAny(thing, List.of(person));
    }

    /** Words about two people that die with either. */
    static KeyName jointAll(UUID pair) {
        return new KeyName(KeyKind.JOINT_ALL, pair, 0, List.of(), 0);
    }

    /** Words about several people that die with the last of them. */
    static KeyName jointAny(UUID pair, List<UUID> holders) {
        return new KeyName(KeyKind.JOINT_ANY, pair, 0, holders, 0);
    }

    /** The outer envelope of a programme's facts in one epoch. */
    static KeyName record(UUID ledger, long epoch) {
        return new KeyName(KeyKind.RECORD, ledger, 0, List.of(), epoch);
    }

    static KeyName index(TagKind kind) {
        return system(INDEX + kind.code());
    }

    private static KeyName system(int which) {
        return new KeyName(KeyKind.SYSTEM, NOBODY, which, List.of(), 0);
    }
}

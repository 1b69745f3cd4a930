package org.troth.store.facts;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.troth.events.account.Role;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** What stands beside a fact inside its seal: whose stream it is of, who acted, and why. */
final class StoredMetadata {

    static final String AGGREGATE = "aggregate";
    static final String TYPE = "type";

    private StoredMetadata() {}

    /** All that is stored: whose it is, and what the unit says. */
    static SortedMap<String, String> stored(SortedMap<String, String> ofUnit, NewFact fact) {
        SortedMap<String, String> metadata = new TreeMap<>(ofUnit);
        metadata.put(AGGREGATE, fact.aggregateId());
        metadata.put(TYPE, fact.aggregateType());
        return metadata;
    }

    /** What the unit says, the same for each of its facts; not to be changed. */
    static SortedMap<String, String> of(Unit unit) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put(Metadata.ACTOR, unit.actor().account().toString());
        metadata.put(
                Metadata.ROLES,
                unit.actor().roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        metadata.put(Metadata.REQUEST, unit.request().toString());
        UUID cause = unit.cause();
        if (cause != null) {
            metadata.put(Metadata.CAUSE, cause.toString());
        }
        return Collections.unmodifiableSortedMap(metadata);
    }
}

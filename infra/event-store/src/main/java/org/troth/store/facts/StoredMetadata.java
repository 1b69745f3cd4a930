package org.troth.store.facts;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.troth.events.account.Role;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.Unit;

/** What stands beside a fact inside its seal: whose stream it is of, who acted, and why. */
final class StoredMetadata {

    static final String AGGREGATE = "aggregate";
    static final String TYPE = "type";

    private StoredMetadata() {}

    static SortedMap<String, String> of(Unit unit, String aggregateType, String aggregateId) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put(AGGREGATE, aggregateId);
        metadata.put(TYPE, aggregateType);
        metadata.put(Metadata.ACTOR, unit.actor().account().toString());
        metadata.put(
                Metadata.ROLES,
                unit.actor().roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        metadata.put(Metadata.REQUEST, unit.request().toString());
        UUID cause = unit.cause();
        if (cause != null) {
            metadata.put(Metadata.CAUSE, cause.toString());
        }
        return metadata;
    }
}

package org.troth.query.sample;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.troth.events.conflict.ShownNames;

/** Remembers which names it was told. */
public final class PretendNames implements ShownNames {

    private final Map<UUID, String> told = new ConcurrentHashMap<>();

    public Map<UUID, String> told() {
        return told;
    }

    @Override
    public void shown(Map<UUID, String> names) {
        told.putAll(names);
    }
}

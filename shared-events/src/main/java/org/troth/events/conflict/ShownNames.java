package org.troth.events.conflict;

import java.util.Map;
import java.util.UUID;

/**
 * Told names that were just shown to somebody anyway, after the look at them was on the record: keeps what {@link KnownNames} would
 * keep, of whoever was registered before names were kept, or whose name is kept by an older scheme. Nobody's name is opened for
 * this, and nothing is kept of anybody whose words were destroyed.
 */
@FunctionalInterface
public interface ShownNames {

    void shown(Map<UUID, String> names);
}

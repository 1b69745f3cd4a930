package org.troth.command.matching;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.troth.events.Side;
import org.troth.events.VolunteerId;

/** Who of one match does not wish to be proposed to whom again: each side by itself, as long as they do not take it back. */
final class WishesApart {

    private final Map<VolunteerId, Set<Side>> standing = new HashMap<>();

    void state(VolunteerId volunteer, Side by) {
        standing.computeIfAbsent(volunteer, any -> EnumSet.noneOf(Side.class)).add(by);
    }

    void takeBack(VolunteerId volunteer, Side by) {
        of(volunteer).remove(by);
    }

    /** Whether one of the two wishes it. */
    boolean keepApart(VolunteerId volunteer) {
        return !of(volunteer).isEmpty();
    }

    /** Whether this side wishes it. */
    boolean standsFor(VolunteerId volunteer, Side side) {
        return of(volunteer).contains(side);
    }

    private Set<Side> of(VolunteerId volunteer) {
        return standing.getOrDefault(volunteer, EnumSet.noneOf(Side.class));
    }
}

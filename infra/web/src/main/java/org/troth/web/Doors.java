package org.troth.web;

import java.util.List;

/** All doors, in the order in which they are tried. */
public record Doors(List<Door> all) {

    public Doors {
        all = List.copyOf(all);
    }

    public static Doors of(Door... doors) {
        return new Doors(List.of(doors));
    }
}

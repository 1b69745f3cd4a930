package org.troth.web;

import java.util.List;

/** Says where a person can go; asked for every page, so it must not look anything up. */
@FunctionalInterface
public interface Places {

    List<Place> of(SignedInUser user);
}

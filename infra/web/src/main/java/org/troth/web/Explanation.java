package org.troth.web;

import java.util.Optional;

/** Says what a failure of the house's own kind means to the one who asked; the shell itself knows only the framework's. */
@FunctionalInterface
public interface Explanation {

    /** Asked for the failure and then for each of its causes; the first answer is given. */
    Optional<Problem> of(Throwable failure);
}

package org.troth.app.stories;

/** How a person gets about. */
enum Way {
    MOUSE,
    KEYBOARD,
    WITHOUT_SCRIPT
}

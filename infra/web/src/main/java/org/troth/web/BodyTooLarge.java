package org.troth.web;

import java.io.IOException;

/** A request turned out to carry more than its door lets in. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("more than is accepted here");
    }
}

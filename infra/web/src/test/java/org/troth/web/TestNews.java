package org.troth.web;

/** Says what it is told to say, to whoever may audit. */
final class TestNews implements Announcement {

    volatile String line = "{\"first\":1}";
    volatile boolean failing;

    @Override
    public String path() {
        return "/audit/changes";
    }

    @Override
    public String now() {
        if (failing) {
            throw new IllegalStateException("secret-words");
        }
        return line;
    }
}

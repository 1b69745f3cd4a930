package org.troth.postgres;

/** A database role and its password; the password never shows in {@link #toString()}. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}

package org.troth.events.account;

/** Where its holder keeps a passkey, as they say themselves, so that they can tell one from another. */
public enum PasskeyPlace {
    PHONE,
    COMPUTER,
    SECURITY_KEY,
    ELSEWHERE
}

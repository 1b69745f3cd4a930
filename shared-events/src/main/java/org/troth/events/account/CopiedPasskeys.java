package org.troth.events.account;

/** Is told when a passkey showed a counter that another showing of it had passed before: two devices have one key. */
@FunctionalInterface
public interface CopiedPasskeys {

    /** One was; whose, nobody is told here. */
    void noticed();
}

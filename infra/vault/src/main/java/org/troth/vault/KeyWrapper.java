package org.troth.vault;

/**
 * The root key L0, which wraps epoch keys and nothing else; it never leaves its implementation.
 *
 * <p>Implementations refuse with {@link org.troth.events.confidential.Unreadable}: {@code UNAVAILABLE} when the root
 * cannot be reached or is gone, {@code TAMPERED} when the blob or its context is not what was wrapped.
 */
public interface KeyWrapper {

    /** Random and lasting name of the root. */
    String rootId();

    /** Wraps 32 bytes, bound to the context. */
    byte[] wrap(byte[] key, byte[] context);

    /** Unwraps what was wrapped with this context; the caller wipes the answer. */
    byte[] unwrap(byte[] blob, byte[] context);

    /** Destroys this root for good; everything wrapped under it is lost. Refuses another id. */
    void destroy(String rootId);

    /** Whether it can be used now. */
    Health health();

    /** State of a root. */
    enum Health {
        READY,
        UNREACHABLE,
        DESTROYED
    }
}

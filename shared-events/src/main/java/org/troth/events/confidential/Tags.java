package org.troth.events.confidential;

/** Turns a value into 32 bytes that say nothing without the index key: for claims, look-ups and idempotency. */
public interface Tags {

    /** HMAC-SHA256 under the index key of this kind, over the value as UTF-8. The caller normalises first. */
    byte[] tag(TagKind kind, String value);
}

package org.troth.store.facts;

/** Stands where a fact's ciphertext was purged after all its keys were destroyed; its place and proofs remain. */
public record Purged(long position) {}

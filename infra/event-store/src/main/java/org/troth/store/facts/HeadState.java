package org.troth.store.facts;

/**
 * The head of the record as it was last seen.
 *
 * @param size the position that the next fact gets
 * @param generation of the keys that type tags and writer tags are made under
 * @param destructions how many facts of destroyed keys there are
 */
public record HeadState(long size, int generation, long destructions) {}

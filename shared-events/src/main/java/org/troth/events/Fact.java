package org.troth.events;

/** Something that happened and stays true; every feature has one sealed family of them. */
public interface Fact {}

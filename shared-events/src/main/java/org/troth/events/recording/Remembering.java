package org.troth.events.recording;

/**
 * A reaction that only remembers what facts say, in look-ups, and acts on nothing. Unlike others it is told every fact since
 * the beginning of the record, in order, also when the program learns it late; to be told a fact again changes nothing.
 */
public interface Remembering {}

package org.troth.command.dispatch;

/**
 * What came of an intent. It is durable.
 *
 * @param answer the intent's answer
 * @param position the position of its last fact; a page that has reached it shows what was done
 * @param repeated whether this request had been answered before, and nothing was done now
 */
public record Outcome(String answer, long position, boolean repeated) {}

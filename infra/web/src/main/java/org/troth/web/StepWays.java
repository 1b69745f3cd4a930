package org.troth.web;

/**
 * By what somebody can show a second step here; a recovery code stands in for either.
 *
 * @param app whether by the code of an app
 * @param passkey whether by a passkey
 */
public record StepWays(boolean app, boolean passkey) {}

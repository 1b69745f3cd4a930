package org.troth.events.account;

/**
 * By what an account shows its second step. Recovery codes stand in for either.
 *
 * @param app whether by the code of an app
 * @param passkey whether by a passkey
 */
public record StepWays(boolean app, boolean passkey) {}

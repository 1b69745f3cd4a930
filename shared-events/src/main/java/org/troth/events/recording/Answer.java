package org.troth.events.recording;

import java.time.Instant;
import java.util.UUID;

/**
 * What was answered to an idempotent request, kept so that its repetition gets the same answer and does nothing.
 *
 * @param actor who asked; another's key is another request
 * @param keyTag the tag of the key
 * @param requestTag the tag of the request; the same key with another request is refused
 * @param text the answer: identifiers and codes only, never words
 * @param expiresAt when it may be forgotten
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(UUID actor, byte[] keyTag, byte[] requestTag, String text, Instant expiresAt) {}

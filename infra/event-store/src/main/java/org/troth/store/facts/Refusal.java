package org.troth.store.facts;

import org.troth.events.confidential.TagKind;

/** Why a unit was not recorded although the record could be written. */
public sealed interface Refusal {

    /** The stream has its first fact already. */
    record StreamExists() implements Refusal {}

    /** The stream does not end where the unit's facts expect it to. */
    record StreamMoved() implements Refusal {}

    /** What the unit relied on no longer holds, or its request was answered already. */
    record Overtaken() implements Refusal {}

    /** Another stream holds the claim. */
    record Taken(TagKind kind) implements Refusal {}
}

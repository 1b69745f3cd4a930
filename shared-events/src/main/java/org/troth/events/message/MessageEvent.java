package org.troth.events.message;

import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.MessageId;
import org.troth.events.Recorded;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/**
 * A message from the moment it was due to its end. One stream each; no address and no words but the name of a published
 * wording, which says nothing of what it is about.
 */
public sealed interface MessageEvent extends Fact {

    MessageId message();

    Receiver receiver();

    /**
     * Something waits for the receiver that they should hear of. Whether it may leave is asked when it does.
     *
     * @param about what it is about, by its identifier: a match, a consent, a boundary, a referral or the receiver
     *     themselves, as the occasion says; of a referral that was sent, which waits for the agency
     */
    @Recorded(as = "message-queued", revision = 1)
    record MessageQueued(MessageId message, Receiver receiver, Occasion occasion, UUID about) implements MessageEvent {}

    /**
     * It was about to leave: recorded before it is handed over, so that nothing leaves twice.
     *
     * @param wording the published text that leaves, to the letter
     * @param receiverSequence the last sequence of the receiver's stream when the way was chosen; a precondition of this fact.
     *     Of an agency that is its listing; a role has no stream, and -1
     * @param aboutSequence the same of the stream that the occasion is about
     */
    @Recorded(as = "message-leaving", revision = 1)
    record MessageLeaving(
            MessageId message,
            Receiver receiver,
            ContactChannel channel,
            Wording wording,
            long receiverSequence,
            long aboutSequence,
            Law law)
            implements MessageEvent {}

    /** It was taken by the next carrier. Whether it arrived nobody here knows. */
    @Recorded(as = "message-left", revision = 1)
    record MessageLeft(MessageId message, Receiver receiver) implements MessageEvent {}

    /** The carrier did not take it this time; it did not leave, and is decided on again later. */
    @Recorded(as = "message-not-taken", revision = 1)
    record MessageNotTaken(MessageId message, Receiver receiver) implements MessageEvent {}

    /** It did not leave, and nobody tries any more. */
    @Recorded(as = "message-given-up", revision = 1)
    record MessageGivenUp(MessageId message, Receiver receiver, Trouble trouble) implements MessageEvent {}

    /** It was about to leave, and nobody knows whether it did; it is not sent again. */
    @Recorded(as = "message-unaccounted", revision = 1)
    record MessageUnaccounted(MessageId message, Receiver receiver) implements MessageEvent {}

    /** It was kept back for good. */
    @Recorded(as = "message-withheld", revision = 1)
    record MessageWithheld(MessageId message, Receiver receiver, Why why, Law law) implements MessageEvent {}

    /** What made a message due. Never part of what it says. */
    enum Occasion {
        MATCH_PROPOSED,
        MATCH_STARTED,
        CHANGE_ARRANGED,
        CONSENT_ASKED,
        BOUNDARY_SET,
        BOUNDARY_CHANGED,
        REFERRAL_ANSWERED,
        CAME_OF_AGE,
        PRESENCE_ASKED,
        REFERRAL_SENT,
        REFERRAL_RECALLED,
        CHANGE_WAITS
    }

    /** Why a message was kept back. */
    enum Why {
        /** They chose no way that a message can go by itself. */
        NO_SAFE_WAY,
        /** The way they had chosen was marked unsafe. */
        WAY_UNSAFE,
        /** They said what to mind on that way, and a machine cannot mind it. */
        ADVICE_TO_MIND,
        /** What they gave is no address that a message can go to. */
        NO_ADDRESS,
        /** What it was about has been settled. */
        SETTLED,
        /** It had waited too long to be of use. */
        TOO_LATE,
        /** The programme sends no messages. */
        NOT_SET_UP
    }

    /** Why nobody tries any more. */
    enum Trouble {
        /** The carrier would not take it at all. */
        REFUSED,
        /** It was tried as often as anything is tried. */
        TRIED_OFTEN
    }

    /** A published wording, as it leaves: by name, version and language, and the SHA-256 of its text, in hexadecimal. */
    record Wording(String name, int version, String language, String sha256) {}
}

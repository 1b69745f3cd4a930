package org.troth.events.referral;

/** Asked for once in a while by the product itself: to note every referral that no agency answered by its day. */
public interface UnansweredReferrals {

    /** Notes them, each once however often it is called and on however many nodes; how many there were. */
    int noteUnanswered();
}

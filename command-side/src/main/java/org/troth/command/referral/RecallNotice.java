package org.troth.command.referral;

import org.springframework.stereotype.Component;
import org.troth.events.confidential.Digests;
import org.troth.events.referral.ReferralEvent.Notice;

/** The published notice that tells an agency that a consent was taken back; it holds nothing about anybody. */
@Component
class RecallNotice {

    private static final String NAME = "recall";
    private static final int VERSION = 1;

    private final String text;
    private final Notice notice;

    RecallNotice(Digests digests) {
        text = NoticeText.of(NAME, VERSION);
        notice = new Notice(NAME, VERSION, digests.sha256(text));
    }

    String text() {
        return text;
    }

    Notice notice() {
        return notice;
    }
}

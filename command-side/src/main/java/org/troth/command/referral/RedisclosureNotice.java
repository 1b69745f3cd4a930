package org.troth.command.referral;

import org.springframework.stereotype.Component;
import org.troth.events.confidential.Digests;
import org.troth.events.referral.ReferralEvent.Notice;

/** The published notice against redisclosure that goes with every packet. A published version is never edited. */
@Component
class RedisclosureNotice {

    private static final String NAME = "redisclosure";
    private static final int VERSION = 1;

    private final String text;
    private final Notice notice;

    RedisclosureNotice(Digests digests) {
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

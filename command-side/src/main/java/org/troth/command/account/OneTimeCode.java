package org.troth.command.account;

import java.util.Locale;
import org.troth.events.AccountId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Claim;

/** A code that opens an account once, as it was typed: spaces, hyphens, case and look-alikes make no difference. */
record OneTimeCode(String letters) {

    static OneTimeCode of(String typed) {
        return new OneTimeCode(typed.replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1'));
    }

    /** Its claim, as the account's code of this number: a code issued earlier is another number's, and fits no more. */
    Claim claim(Tags tags, AccountId account, int number) {
        return new Claim(TagKind.INVITATION, tags.tag(TagKind.INVITATION, account + "/" + number + "/" + letters));
    }

    @Override
    public String toString() {
        return "OneTimeCode";
    }
}

package org.troth.command.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        text = read("/notices/" + NAME + ".en.v" + VERSION + ".txt");
        notice = new Notice(NAME, VERSION, digests.sha256(text));
    }

    String text() {
        return text;
    }

    Notice notice() {
        return notice;
    }

    private static String read(String file) {
        try (InputStream in = RedisclosureNotice.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no notice against redisclosure");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

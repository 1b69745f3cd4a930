package org.troth.command.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a published notice, as it stands in the jar. A published version is never edited. */
final class NoticeText {

    private NoticeText() {}

    static String of(String name, int version) {
        try (InputStream in = NoticeText.class.getResourceAsStream("/notices/" + name + ".en.v" + version + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no such notice");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

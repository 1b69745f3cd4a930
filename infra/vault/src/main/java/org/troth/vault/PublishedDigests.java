package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.troth.events.confidential.Digests;

/** SHA-256 of published texts. */
final class PublishedDigests implements Digests {

    @Override
    public String sha256(String publishedText) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publishedText.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

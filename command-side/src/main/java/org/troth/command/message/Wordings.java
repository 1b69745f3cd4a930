package org.troth.command.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.troth.events.confidential.Digests;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.MessageEvent.Wording;

/**
 * The published wordings of messages: a subject, an empty line, and the rest. They name no programme, no matter, nobody and
 * no address; those for agencies and for a role say that they are no advertisement, and nothing more. A published version is never edited; {@code messages/published.txt} lists them, newest last.
 */
@Component
class Wordings {

    private static final String FOLDER = "/messages/";
    private static final String PLAIN = "en";

    /** A wording and what it says. */
    record Published(Wording wording, String subject, String body) {}

    private final Map<String, Published> newest = new HashMap<>();

    Wordings(Digests digests) {
        for (String line : read("published.txt").lines().toList()) {
            String[] parts = line.split(" ");
            int version = Integer.parseInt(parts[2]);
            String text = read(parts[0] + "." + parts[1] + ".v" + version + ".txt");
            int end = text.indexOf("\n\n");
            newest.put(
                    parts[0] + " " + parts[1],
                    new Published(
                            new Wording(parts[0], version, parts[1], digests.sha256(text)),
                            text.substring(0, end),
                            text.substring(end + 2)));
        }
    }

    /** The newest for whoever it is for, in this language, or in English where there is none. */
    Published of(MessageQueued message, String language) {
        String name = switch (message.receiver().kind()) {
            case PARTICIPANT, VOLUNTEER -> "waiting";
            case AGENCY -> message.occasion() == Occasion.REFERRAL_RECALLED ? "recalled" : "agency";
            case SECOND_CONTACT -> "overdue";
        };
        Published plain = newest.get(name + " " + PLAIN);
        Published own = newest.getOrDefault(name + " " + language, plain);
        if (own == null) {
            throw new IllegalStateException("the jar holds no wording in English");
        }
        return own;
    }

    private static String read(String file) {
        try (InputStream in = Wordings.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.troth.testkit.SamplePerson;

/**
 * Words typed where they do not belong: into the address, a name or password that is none, a search that finds nobody, a
 * header, a file with a bad row, a form that is shown again, and into what is hardly a request.
 */
final class Mistaken {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Mistaken() {}

    static void typeInto(ChildTroth troth, Walk walk) {
        SamplePerson person = walk.helped;
        String word = person.familyName();
        Caller browser = troth.browser("coordinator");
        Caller stranger = Caller.stranger(troth.origin());
        for (String path : List.of(
                "/participants/" + encoded(word),
                "/participants/" + encoded(word) + "/intake",
                "/disclosures/of/" + encoded(person.name()) + ".csv",
                "/participants?at=" + encoded(word) + "&purpose=" + encoded(person.story()),
                "/" + encoded(person.email()),
                "/sign-in?said=" + encoded(word) + "&name=" + encoded(person.name()),
                "/shell/" + encoded(word) + ".css")) {
            browser.get(path, "Referer", troth.origin() + "/participants?term=" + encoded(word));
            stranger.get(path, "User-Agent", person.email(), "Accept-Language", word, "X-Forwarded-For", word);
        }
        stranger.signIn(person.name(), person.story());
        stranger.signIn(person.familyName(), person.place());
        browser.form("/participants", "/participants/search", Map.of("term", person.place()));
        browser.form(
                "/participants",
                "/participants/search",
                Map.of("term", person.story().repeat(20)));
        browser.form(
                "/participants",
                "/participants/" + walk.participant + "/contacts",
                Map.of("channel", word, "address", person.phone(), "advice", person.story(), "purpose", word));
        browser.form("/participants", "/participants", Map.of("matter", word, "language", person.place(), word, word));
        String boundary = "----" + word;
        walk.coordinator.send(
                "POST",
                "/api/v1/directory/imports",
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + word
                                + ".csv\"\r\nContent-Type: text/csv\r\n\r\nid,name," + word + "\n" + person.place()
                                + ","
                                + person.story() + "\n\"" + person.email() + "\r\n--" + boundary + "--\r\n")
                        .getBytes(UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        for (String request : List.of(
                "GET /" + word + " HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
                word + " / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /participants?a=%zz" + word + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + word + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + word + "\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: troth=" + word + "; =" + word
                        + "; x=\"" + word + "\r\n\r\n",
                "POST /api/v1/participants HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nTransfer-Encoding: "
                        + word + "\r\n\r\n" + word,
                "POST /api/v1/participants HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " + word
                        + "\r\n\r\n" + word,
                "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: multipart/form-data;"
                        + " boundary=" + word + "\r\nContent-Length: 12\r\n\r\n--" + word.substring(0, 8) + "\r\n")) {
            try {
                RawSocket.say(troth.origin(), request.getBytes(UTF_8), PATIENCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

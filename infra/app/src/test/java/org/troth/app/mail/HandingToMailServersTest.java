package org.troth.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.ground.Mail;
import org.troth.events.MessageId;
import org.troth.events.message.Carrier.Taken;
import org.troth.events.message.Carrier.Trip;
import org.troth.events.message.CarrierAway;
import org.troth.events.message.Note;

class HandingToMailServersTest {

    private static final String ADDRESS = "zebediah.quillfeather@home.example.org";

    private final MailServer server = new MailServer();
    private final Note note =
            new Note(new MessageId(UUID.randomUUID()), ADDRESS, "ملاحظة لك", "هناك ملاحظة في انتظارك.\n", "ar");

    HandingToMailServersTest() throws IOException {}

    @AfterEach
    void closes() throws IOException {
        server.close();
    }

    private Taken carry(Trip trip) {
        return trip.carry(note, System.nanoTime() + Duration.ofSeconds(30).toNanos());
    }

    private SmtpCarrier carrier(Mail.Protection protection) {
        return carrier(protection, "answers@post.example.org");
    }

    private SmtpCarrier carrier(Mail.Protection protection, String replyTo) {
        Mail mail = new Mail(
                "127.0.0.1",
                server.port(),
                protection,
                null,
                "",
                "notes@post.example.org",
                "",
                replyTo,
                "back@post.example.org",
                null);
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("Asia/Amman"));
        return new SmtpCarrier(mail, clock, Duration.ofMillis(700), Duration.ofMillis(1500));
    }

    @Test
    void isTakenAndTellsNothingInAnyLine() throws Exception {
        try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
            assertThat(trip.stands()).isTrue();
            assertThat(carry(trip)).isEqualTo(Taken.TAKEN);
            assertThat(carry(trip)).isEqualTo(Taken.TAKEN);
        }
        assertThat(server.received()).hasSize(2).first().satisfies(letter -> {
            assertThat(letter.from()).contains("<back@post.example.org>");
            assertThat(letter.to()).contains("<" + ADDRESS + ">");
            List<String> head = letter.lines().subList(0, letter.lines().indexOf(""));
            assertThat(head.stream()
                            .filter(line -> !line.startsWith(" "))
                            .map(line -> line.substring(0, line.indexOf(':'))))
                    .containsExactlyInAnyOrder(
                            "From",
                            "Reply-To",
                            "To",
                            "Date",
                            "Auto-Submitted",
                            "Subject",
                            "Message-ID",
                            "MIME-Version",
                            "Content-Type",
                            "Content-Transfer-Encoding");
            assertThat(head)
                    .contains(
                            "From: notes@post.example.org",
                            "Reply-To: answers@post.example.org",
                            "Date: Sat, 21 Nov 2026 09:00:00 GMT",
                            "Auto-Submitted: auto-generated");
            assertThat(head).anyMatch(line -> line.matches("Message-ID: <[0-9a-f-]{36}@post\\.example\\.org>"));
            assertThat(String.join("\n", letter.lines()).toLowerCase(Locale.ROOT))
                    .doesNotContain("troth", "java", "angus", System.getProperty("user.name") + "@")
                    .doesNotContain(note.message().toString());
        });
        assertThat(server.heard()).anyMatch(line -> line.equals("EHLO post.example.org"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_RECEIVER, NEVER",
        "REFUSES_LETTER, NEVER",
        "COME_AGAIN, NOT_NOW",
        "WANTS_PASSWORD, NOT_NOW",
        "HANGS_UP_EARLY, NOT_NOW",
        "HANGS_UP_AMID, UNKNOWN",
        "HANGS_UP_LATE, UNKNOWN",
        "SILENT_LATE, UNKNOWN",
        "DRIBBLES, UNKNOWN",
        "DRIBBLES_BEFORE, NOT_NOW"
    })
    void knowsWhatBecameOfItAndQuotesNobody(MailServer.Manner manner, Taken taken) {
        String said = saidWhile(() -> {
            try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
                server.manner(manner);
                assertThat(carry(trip)).isEqualTo(taken);
            }
        });
        assertThat(said).doesNotContain("quillfeather");
        assertThat(server.received()).isEmpty();
    }

    /** The server is slow to be ready; until then the address may have been marked unsafe. */
    @Test
    void handsNothingOverThatComesTooLate() throws Exception {
        try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
            server.manner(MailServer.Manner.READY_LATE);
            long before = System.nanoTime() + Duration.ofMillis(200).toNanos();
            assertThat(trip.carry(note, before)).isEqualTo(Taken.NOT_NOW);
            assertThat(trip.stands()).isFalse();
        }
        server.awaitEnd();
        assertThat(server.heard()).contains("DATA");
        assertThat(server.received()).isEmpty();
        assertThat(server.amid()).isEmpty();
        server.manner(MailServer.Manner.KIND);
        try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
            assertThat(carry(trip)).isEqualTo(Taken.TAKEN);
        }
    }

    @Test
    void blamesNoReceiverForALetterThatCannotBeWritten() {
        try (Trip trip = carrier(Mail.Protection.NONE, "").setOut()) {
            assertThat(carry(trip)).isEqualTo(Taken.NOT_NOW);
            assertThat(trip.stands()).isFalse();
        }
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void goesOnWithTheNextAfterOneWasRefused() {
        try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
            server.manner(MailServer.Manner.UNKNOWN_RECEIVER);
            assertThat(carry(trip)).isEqualTo(Taken.NEVER);
            assertThat(trip.stands()).isTrue();
            server.manner(MailServer.Manner.KIND);
            assertThat(carry(trip)).isEqualTo(Taken.TAKEN);
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void standsNoLongerWhenTheServerHungUp() {
        try (Trip trip = carrier(Mail.Protection.NONE).setOut()) {
            server.manner(MailServer.Manner.HANGS_UP_EARLY);
            assertThat(carry(trip)).isEqualTo(Taken.NOT_NOW);
            assertThat(trip.stands()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MUTE", "BUSY"})
    void isAwayWhenTheServerIsNotReady(MailServer.Manner manner) {
        server.manner(manner);
        assertThatThrownBy(() -> carrier(Mail.Protection.NONE).setOut())
                .isInstanceOf(CarrierAway.class)
                .hasNoCause();
    }

    @Test
    void isAwayWhenNobodyIsThere() throws IOException {
        server.close();
        assertThatThrownBy(() -> carrier(Mail.Protection.NONE).setOut()).isInstanceOf(CarrierAway.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void saysNothingInTheOpenWhereProtectionIsAskedFor(Mail.Protection protection) {
        assertThatThrownBy(() -> carrier(protection).setOut()).isInstanceOf(CarrierAway.class);
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    /** All that is printed, and all that is logged at the levels that the product logs at. */
    private static String saidWhile(Runnable work) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
        Logger root = Logger.getLogger("");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                heard.println(logged.getMessage() + " " + logged.getThrown());
            }

            @Override
            public void flush() {
                heard.flush();
            }

            @Override
            public void close() {
                heard.flush();
            }
        };
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        System.setOut(heard);
        System.setErr(heard);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}

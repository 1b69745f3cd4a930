package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever opens a line and hardly says anything on it keeps nothing, and keeps nobody out. */
@ExtendWith(Attacked.class)
class HangingUpOnWhisperersIT {

    private final ChildTroth troth;
    private final Walk walk;

    HangingUpOnWhisperersIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
    }

    /** Nobody holds a line by whispering: a request whose lines never end is given up. */
    @Test
    void hangsUpOnWhoeverWhispers() throws IOException {
        List<Socket> whisperers = new ArrayList<>();
        try {
            for (String begun : List.of(
                    "",
                    "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX",
                    "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nname")) {
                whisperers.add(whisperer(begun));
            }
            long begun = System.nanoTime();
            for (Socket socket : whisperers) {
                String heard = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
                assertThat(heard)
                        .satisfiesAnyOf(
                                text -> assertThat(text).isEmpty(),
                                text -> assertThat(text).startsWith("HTTP/1.1 4"));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(40));
        } finally {
            for (Socket socket : whisperers) {
                socket.close();
            }
        }
    }

    /** Many open lines that say nothing do not keep others out. */
    @Test
    void servesOthersWhileManyWhisper() throws IOException {
        List<Socket> whisperers = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                whisperers.add(whisperer("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
            }
            walk.coordinator.get("/api/v1/participants/" + walk.participant).expect(200);
        } finally {
            for (Socket socket : whisperers) {
                socket.close();
            }
        }
    }

    private Socket whisperer(String begun) throws IOException {
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(troth.origin().getHost(), troth.origin().getPort()), 5_000);
        socket.setSoTimeout(45_000);
        socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }
}

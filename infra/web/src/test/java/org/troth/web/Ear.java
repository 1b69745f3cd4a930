package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who listens to a stream over a connection of their own, and may stop taking what is said. */
final class Ear implements AutoCloseable {

    private static final int PATIENCE = 5_000;

    private final Socket socket = new Socket();
    private final StringBuilder heard = new StringBuilder();

    Ear(int port, String method, String path, String cookies, String... headers) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        StringBuilder request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n");
        request.append("Cookie: ").append(cookies).append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Listens until this was said. */
    Ear hears(String words) throws IOException {
        int from = 0;
        while (heard.indexOf(words, from) < 0) {
            from = Math.max(0, heard.length() - words.length());
            assertThat(more()).as("whether %s was said before the end", words).isTrue();
        }
        return this;
    }

    /** Listens to the end, which must come within a few seconds, and answers with everything that was said. */
    String untilTheEnd() throws IOException {
        while (more()) {
            assertThat(heard.length()).isLessThan(10_000_000);
        }
        return heard.toString();
    }

    private boolean more() throws IOException {
        byte[] buffer = new byte[8192];
        int read = socket.getInputStream().read(buffer);
        if (read > 0) {
            heard.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        return read >= 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

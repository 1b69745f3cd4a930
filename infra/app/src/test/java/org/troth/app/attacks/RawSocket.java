package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** Says any bytes at all to the product, and hears whatever comes back until the product hangs up. */
final class RawSocket {

    private RawSocket() {}

    /**
     * What was heard, with the status it began with.
     *
     * @param status 0 when the product hung up without a word
     */
    record Heard(int status, String text, boolean timedOut) {}

    static Heard say(URI origin, byte[] bytes, Duration patience) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        boolean timedOut = false;
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()), 10_000);
            socket.setSoTimeout((int) patience.toMillis());
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (SocketException hungUp) {
                // It need not hear all of it; what it answered may still be there.
            }
            timedOut = listen(socket.getInputStream(), heard);
        }
        String text = heard.toString(ISO_8859_1);
        return new Heard(status(text), text, timedOut);
    }

    private static boolean listen(InputStream in, ByteArrayOutputStream heard) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.write(buffer, 0, read);
            }
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (SocketException reset) {
            return false;
        }
    }

    /** The final one: a server that says "continue" has not answered yet. */
    private static int status(String whole) {
        String text = whole.startsWith("HTTP/1.1 100") ? whole.substring(whole.indexOf("\r\n\r\n") + 4) : whole;
        return text.matches("(?s)HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }
}

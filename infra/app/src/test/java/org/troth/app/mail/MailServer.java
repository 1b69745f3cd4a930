package org.troth.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A mail server on this machine that takes what it is given, or misbehaves as it is told. */
public final class MailServer implements AutoCloseable {

    /** How it misbehaves. */
    public enum Manner {
        KIND,
        /** Says nothing at all. */
        MUTE,
        /** Is too busy when it is greeted. */
        BUSY,
        /** Does not know the receiver, and quotes the address. */
        UNKNOWN_RECEIVER,
        /** Asks to come again, and quotes the address. */
        COME_AGAIN,
        /** Wants a password first. */
        WANTS_PASSWORD,
        /** Hangs up when a receiver is named. */
        HANGS_UP_EARLY,
        /** Hangs up amid the letter. */
        HANGS_UP_AMID,
        /** Hangs up when it has all of the letter, without an answer. */
        HANGS_UP_LATE,
        /** Falls silent when it has all of the letter. */
        SILENT_LATE,
        /** Answers the letter with one character after the other, for ever. */
        DRIBBLES,
        /** Takes half a second to be ready for the letter. */
        READY_LATE,
        /** Is never ready for the letter, and says so one line after the other. */
        DRIBBLES_BEFORE,
        /** Does not want such a letter. */
        REFUSES_LETTER
    }

    /** A letter that it took, line by line. */
    public record Received(String from, String to, List<String> lines) {}

    private final ServerSocket door;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> amid = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Manner manner = Manner.KIND;
    private volatile boolean closed;

    public MailServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void manner(Manner now) {
        manner = now;
    }

    /** What it took, in order. */
    public List<Received> received() {
        return received;
    }

    /** Every command that it heard. */
    public List<String> heard() {
        return heard;
    }

    /** What it was given of letters that broke off. */
    List<String> amid() {
        return amid;
    }

    /** Waits until one conversation is over. */
    void awaitEnd() throws InterruptedException {
        if (!end.await(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the conversation goes on");
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    private void open() {
        while (!closed) {
            try {
                Socket caller = door.accept();
                daemon(() -> serve(caller));
            } catch (IOException e) {
                if (!closed) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = caller.getOutputStream();
            if (manner == Manner.MUTE) {
                in.readLine();
                return;
            }
            say(out, manner == Manner.BUSY ? "421 too many of you" : "220 here");
            String from = "";
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("EHLO") || verb.startsWith("HELO")) {
                    say(out, "250 at your service");
                } else if (verb.startsWith("MAIL")) {
                    from = line;
                    say(out, manner == Manner.WANTS_PASSWORD ? "530 who are you" : "250 fine");
                } else if (verb.startsWith("RCPT")) {
                    to = line;
                    String answer = receiver(line);
                    if (answer == null) {
                        return;
                    }
                    say(out, answer);
                } else if (verb.startsWith("DATA")) {
                    beReady(out);
                    say(out, "354 go on");
                    if (manner == Manner.HANGS_UP_AMID) {
                        in.readLine();
                        return;
                    }
                    List<String> lines = new CopyOnWriteArrayList<>();
                    String each = in.readLine();
                    while (each != null && !each.equals(".")) {
                        lines.add(each);
                        amid.add(each);
                        each = in.readLine();
                    }
                    if (each == null) {
                        return;
                    }
                    amid.clear();
                    if (!taken(out, new Received(from, to, lines))) {
                        return;
                    }
                } else if (verb.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (SocketException e) {
            heard.add("the other side hung up");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            end.countDown();
        }
    }

    private void beReady(OutputStream out) throws IOException, InterruptedException {
        if (manner == Manner.READY_LATE) {
            Thread.sleep(500);
        }
        while (manner == Manner.DRIBBLES_BEFORE && !closed) {
            say(out, "354-soon");
            Thread.sleep(50);
        }
    }

    /** Null to hang up. */
    private @Nullable String receiver(String line) {
        return switch (manner) {
            case UNKNOWN_RECEIVER -> "550 5.1.1 nobody here is called " + line;
            case COME_AGAIN -> "451 4.7.1 come again for " + line;
            case HANGS_UP_EARLY -> null;
            default -> "250 fine";
        };
    }

    private boolean taken(OutputStream out, Received letter) throws IOException, InterruptedException {
        switch (manner) {
            case REFUSES_LETTER -> say(out, "554 5.7.1 not to " + letter.to());
            case HANGS_UP_LATE -> {
                return false;
            }
            case SILENT_LATE -> Thread.sleep(60_000);
            case DRIBBLES -> {
                while (!closed) {
                    out.write("250-and".getBytes(StandardCharsets.UTF_8));
                    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    Thread.sleep(50);
                }
            }
            default -> {
                received.add(letter);
                say(out, "250 taken");
            }
        }
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
    }
}

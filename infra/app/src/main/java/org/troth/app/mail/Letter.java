package org.troth.app.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.troth.app.ground.Mail;
import org.troth.events.message.Note;

/**
 * A note as an e-mail that tells nothing in any of its lines: no product, no list, no machine's name and no zone. Begins to
 * be handed over in time or not at all, and remembers which.
 */
final class Letter extends MimeMessage {

    private enum Hold {
        OURS,
        BEGUN,
        KEPT
    }

    private final String domain;
    private final long before;
    private final AtomicReference<Hold> hold = new AtomicReference<>(Hold.OURS);

    private Letter(Session session, Mail mail, long before) {
        super(session);
        this.domain = mail.domain();
        this.before = before;
    }

    /**
     * Written, to be sent.
     *
     * @param before the moment, by {@link System#nanoTime}, from which on it does not begin to leave
     */
    static Letter of(Session session, Mail mail, Note note, InternetAddress to, Instant now, long before)
            throws MessagingException {
        Letter letter = new Letter(session, mail, before);
        try {
            letter.setFrom(
                    mail.fromName().isEmpty()
                            ? new InternetAddress(mail.from(), true)
                            : new InternetAddress(mail.from(), mail.fromName(), StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
        letter.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
        letter.setRecipient(RecipientType.TO, to);
        letter.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setSubject(note.subject(), StandardCharsets.UTF_8.name());
        letter.setText(note.body(), StandardCharsets.UTF_8.name());
        letter.saveChanges();
        return letter;
    }

    /** The library's own would name this machine and its user. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        if (System.nanoTime() - before >= 0) {
            keep();
        }
        hold.compareAndSet(Hold.OURS, Hold.BEGUN);
        if (kept()) {
            throw new IOException("too late");
        }
        super.writeTo(out, ignored);
    }

    /** Whether the other side was ready to take it and some of it may be with them. */
    boolean begun() {
        return hold.get() == Hold.BEGUN;
    }

    /** From now on it does not leave, unless it began to. */
    void keep() {
        hold.compareAndSet(Hold.OURS, Hold.KEPT);
    }

    /** Whether nothing of it left, or ever will. */
    boolean kept() {
        return hold.get() == Hold.KEPT;
    }
}

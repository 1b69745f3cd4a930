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
import org.troth.app.ground.Mail;
import org.troth.events.message.Note;

/**
 * A note as an e-mail that tells nothing in any of its lines: no product, no list, no machine's name and no zone. Remembers
 * whether any of it was handed over.
 */
final class Letter extends MimeMessage {

    private final String domain;
    private volatile boolean begun;

    private Letter(Session session, Mail mail) {
        super(session);
        this.domain = mail.domain();
    }

    static Letter of(Session session, Mail mail, Note note, Instant now) throws MessagingException {
        Letter letter = new Letter(session, mail);
        try {
            letter.setFrom(
                    mail.fromName().isEmpty()
                            ? new InternetAddress(mail.from(), true)
                            : new InternetAddress(mail.from(), mail.fromName(), StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
        letter.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
        letter.setRecipient(RecipientType.TO, new InternetAddress(note.address(), true));
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
        begun = true;
        super.writeTo(out, ignored);
    }

    /** Whether the other side was ready to take it and some of it may be with them. */
    boolean begun() {
        return begun;
    }
}

package org.troth.app.mail;

import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.troth.app.ground.Mail;
import org.troth.events.message.Carrier;

/**
 * Hands notes to a mail server. What that server says never goes any further: an answer may quote an address, so of each only
 * its three digits are read. Nobody is waited for longer than a minute.
 */
final class SmtpCarrier implements Carrier {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Mail mail;
    private final Duration silence;
    private final Clock clock;
    private final Duration longest;

    SmtpCarrier(Mail mail, Clock clock) {
        this(mail, clock, Duration.ofSeconds(15), LONGEST);
    }

    /**
     * @param silence how long an answer is waited for
     * @param longest how long a note is, with all that belongs to it
     */
    SmtpCarrier(Mail mail, Clock clock, Duration silence, Duration longest) {
        this.mail = mail;
        this.clock = clock;
        this.longest = longest;
        this.silence = silence;
    }

    private Properties properties(Sockets sockets) {
        String millis = Long.toString(silence.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.quitwait", "false");
        // What is said of us: the sender's domain, and not the name of this machine.
        properties.setProperty("mail.smtp.localhost", mail.domain());
        properties.setProperty("mail.smtp.from", mail.bounces());
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (mail.protection()) {
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.socketFactory", sockets);
            }
            case STARTTLS -> {
                properties.put("mail.smtp.socketFactory", sockets);
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.put("mail.smtp.socketFactory", sockets);
        }
        return properties;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public Trip setOut() {
        Sockets sockets = new Sockets(
                mail.protection() == Mail.Protection.TLS ? SSLSocketFactory.getDefault() : SocketFactory.getDefault());
        Session session = Session.getInstance(properties(sockets));
        session.setDebug(false);
        return SmtpTrip.begin(session, sockets, mail, clock, longest);
    }
}

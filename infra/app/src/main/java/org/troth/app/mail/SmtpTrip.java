package org.troth.app.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.troth.app.ground.Mail;
import org.troth.events.message.Carrier.Taken;
import org.troth.events.message.Carrier.Trip;
import org.troth.events.message.CarrierAway;
import org.troth.events.message.Note;

/**
 * One conversation with the mail server, on a thread of its own, so that a server that says a little at a time is not waited
 * for without end. Whatever was begun and not answered is unknown, never tried again; what did not begin in time never begins.
 */
final class SmtpTrip implements Trip {

    private final Session session;
    private final Sockets sockets;
    private final Mail mail;
    private final Clock clock;
    private final Duration longest;
    private final Transport transport;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "mail");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean broken;

    private SmtpTrip(Session session, Sockets sockets, Mail mail, Clock clock, Duration longest, Transport transport) {
        this.session = session;
        this.sockets = sockets;
        this.mail = mail;
        this.clock = clock;
        this.longest = longest;
        this.transport = transport;
    }

    static SmtpTrip begin(Session session, Sockets sockets, Mail mail, Clock clock, Duration longest) {
        SmtpTrip trip;
        try {
            trip = new SmtpTrip(session, sockets, mail, clock, longest, session.getTransport("smtp"));
        } catch (MessagingException e) {
            throw new IllegalStateException("this program brings no SMTP");
        }
        boolean connected = trip.within(trip::connected, false, false);
        if (!connected) {
            trip.close();
            throw new CarrierAway();
        }
        return trip;
    }

    private boolean connected() {
        try {
            transport.connect(mail.host(), mail.port(), mail.user(), mail.user() == null ? null : mail.password());
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    @Override
    public boolean stands() {
        return !broken && within(transport::isConnected, false, false);
    }

    @Override
    public Taken carry(Note note, long before) {
        InternetAddress to;
        try {
            to = new InternetAddress(note.address(), true);
        } catch (AddressException e) {
            return Taken.NEVER;
        }
        Letter letter;
        try {
            letter = Letter.of(session, mail, note, to, clock.instant(), before);
        } catch (MessagingException | RuntimeException ours) {
            broken = true;
            return Taken.NOT_NOW;
        }
        Taken taken = within(() -> handedOver(letter, to), Taken.UNKNOWN, Taken.UNKNOWN);
        if (taken == Taken.UNKNOWN) {
            // It may still wait for its turn.
            letter.keep();
        }
        return letter.kept() ? Taken.NOT_NOW : taken;
    }

    private Taken handedOver(Letter letter, InternetAddress to) {
        try {
            transport.sendMessage(letter, new Address[] {to});
            return Taken.TAKEN;
        } catch (MessagingException e) {
            if (letter.kept()) {
                // The other side waits for a letter: no further word may become one.
                broken = true;
                sockets.hangUp();
            }
            return became(e, letter.begun());
        }
    }

    /** A refusal is final when it is about the receiver or the letter; what is about us or the moment passes. */
    private static Taken became(MessagingException refused, boolean begun) {
        int answer = -1;
        boolean aboutReceiver = false;
        for (Exception each = refused; each instanceof MessagingException one; each = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException receiver) {
                answer = receiver.getReturnCode();
                aboutReceiver = true;
            } else if (one instanceof SMTPSendFailedException said && !aboutReceiver) {
                answer = said.getReturnCode();
            }
        }
        if (answer >= 500) {
            return begun || aboutReceiver ? Taken.NEVER : Taken.NOT_NOW;
        }
        if (answer >= 400) {
            return Taken.NOT_NOW;
        }
        return begun ? Taken.UNKNOWN : Taken.NOT_NOW;
    }

    /** The answer; this when it takes too long, and that when it fails in a way that is no answer. */
    private <T> T within(Callable<T> work, T tooLong, T failed) {
        Future<T> answer = hand.submit(work);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            broken = true;
            sockets.hangUp();
            return tooLong;
        } catch (ExecutionException e) {
            broken = true;
            return failed;
        } catch (InterruptedException e) {
            broken = true;
            Thread.currentThread().interrupt();
            return tooLong;
        }
    }

    /** Never waits: says goodbye behind whatever still goes on. */
    @Override
    public void close() {
        hand.execute(this::goodbye);
        hand.shutdown();
    }

    private void goodbye() {
        try {
            transport.close();
        } catch (MessagingException e) {
            broken = true;
        }
    }
}

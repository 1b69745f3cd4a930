package org.troth.app.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.app.ground.Ground;
import org.troth.app.ground.Mail;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.message.CarriedNotes;
import org.troth.events.message.Carrier;
import org.troth.events.message.DueMessages;
import org.troth.events.message.RoleMailboxes;

/** By which carrier messages leave: none in a trial, which keeps them; in production the mail server of the settings, if any. */
@Configuration(proxyBeanMethods = false)
public class MailWiring {

    @Bean
    KeptNotes keptNotes() {
        return new KeptNotes();
    }

    @Bean
    CarriedNotes carriedNotes(Ground ground, KeptNotes kept) {
        return ground.isTrial() ? () -> Optional.of(kept.latest()) : Optional::empty;
    }

    @Bean
    Carrier carrier(Ground ground, KeptNotes kept, Clock clock, MeterRegistry meters) {
        if (ground.isTrial()) {
            return new MeteredCarrier(kept.carrier(), meters);
        }
        Mail mail = ground.mail();
        return mail == null ? new NoCarrier() : new MeteredCarrier(new SmtpCarrier(mail, clock), meters);
    }

    /** In a trial nothing leaves, and what would have left is seen; its address is nobody's. */
    @Bean
    RoleMailboxes roleMailboxes(Ground ground) {
        Mail mail = ground.mail();
        String secondContact =
                ground.isTrial() ? "second.contact@trial.invalid" : mail == null ? null : mail.secondContact();
        return () -> Optional.ofNullable(secondContact);
    }

    @Bean
    MailRound mailRound(DueMessages messages, ProgrammeClock clock, MeterRegistry meters) {
        MailRound round = new MailRound(messages, clock);
        Gauge.builder("message.waiting", round, MailRound::waiting).register(meters);
        return round;
    }
}

package org.troth.app.demonstration;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.troth.app.ground.Ground;
import org.troth.app.time.ProgrammeClock;
import org.troth.command.account.FirstAdministrator;
import org.troth.events.consent.ExpiringConsents;
import org.troth.events.matching.OverdueChanges;
import org.troth.events.message.DueMessages;
import org.troth.events.referral.UnansweredReferrals;
import org.troth.events.youth.ComingOfAge;
import org.troth.query.freshness.ViewsFreshness;

/** Loads the demonstration once the product answers, and tells the operator of a trial where it is. */
@Configuration(proxyBeanMethods = false)
public class DemonstrationWiring {

    private static final int USUAL_PARTICIPANTS = 150;

    @Bean
    Marker marker(Ground ground) {
        return Marker.of(ground);
    }

    @Bean
    ApplicationRunner demonstration(
            Ground ground,
            Marker marker,
            ProgrammeClock clock,
            FirstAdministrator first,
            ExpiringConsents consents,
            OverdueChanges changes,
            UnansweredReferrals referrals,
            ComingOfAge youth,
            DueMessages messages,
            ViewsFreshness freshness,
            Environment environment) {
        int participants =
                environment.getProperty("troth.demonstration.participants", Integer.class, USUAL_PARTICIPANTS);
        return arguments -> {
            if (!ground.isTrial()) {
                FirstStart.invite(ground, first);
                return;
            }
            if (marker.simulatedStart().isPresent()) {
                new Demonstration(
                                ground,
                                marker,
                                clock,
                                first,
                                consents,
                                changes,
                                referrals,
                                youth,
                                messages,
                                freshness,
                                participants)
                        .load();
            }
            Announcement.print(ground, System.out);
        };
    }
}

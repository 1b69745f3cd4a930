package org.troth.app.wiring;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.app.demonstration.Marker;
import org.troth.app.ground.Ground;
import org.troth.app.ground.StartRefused;
import org.troth.app.meters.MeteredSealing;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.account.Passkeys;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.Codes;
import org.troth.events.confidential.Digests;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Passwords;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Tags;
import org.troth.events.confidential.TimeCodes;
import org.troth.events.keys.KeyEvent;
import org.troth.events.recording.Streams;
import org.troth.vault.Destructions;
import org.troth.vault.ShredDomain;
import org.troth.vault.Vault;
import org.troth.vault.VaultRefused;

/** The clock, the keys, and everything that is done with keys, behind the ports of the language. */
@Configuration(proxyBeanMethods = false)
class VaultWiring {

    @Bean
    ProgrammeClock clock(Ground ground, Marker marker) {
        ProgrammeClock clock = ProgrammeClock.in(ground.zone());
        marker.simulatedStart().ifPresent(clock::simulate);
        return clock;
    }

    @Bean
    ZoneId zone(Ground ground) {
        return ground.zone();
    }

    @Bean
    Vault vault(Ground ground, Clock clock, DataSource dataSource, ObjectProvider<Streams> streams) {
        Destructions destructions = owner -> destroyed(streams.getObject(), KeyEvent.stream(owner));
        try {
            return Vault.open(
                    dataSource,
                    ShredDomain.in(ground.keys().epochs(), ground.keys().root(), clock),
                    destructions);
        } catch (VaultRefused e) {
            throw StartRefused.because(String.valueOf(e.getMessage()));
        }
    }

    private static Set<UUID> destroyed(Streams streams, String stream) {
        return streams.read(stream, 0).stream()
                .filter(recorded -> recorded.fact() instanceof KeyEvent.KeyDestroyed)
                .flatMap(recorded -> ((KeyEvent.KeyDestroyed) recorded.fact()).keys().stream())
                .collect(Collectors.toSet());
    }

    @Bean
    Sealer sealer(Vault vault, MeteredSealing meters) {
        return meters.over(vault.sealer());
    }

    @Bean
    Opener opener(Vault vault, MeteredSealing meters) {
        return meters.over(vault.opener());
    }

    @Bean
    Passwords passwords(Vault vault) {
        return vault.passwords();
    }

    @Bean
    Tags tags(Vault vault) {
        return vault.tags();
    }

    /** Absent unless the settings ask for it. */
    @Bean
    @Nullable
    BlindMarks blindMarks(Vault vault, Ground ground) {
        return ground.blindIndex() ? vault.blindMarks() : null;
    }

    @Bean
    Codes codes(Vault vault) {
        return vault.codes();
    }

    @Bean
    TimeCodes timeCodes(Vault vault) {
        return vault.timeCodes();
    }

    @Bean
    Passkeys passkeys(Vault vault, Ground ground) {
        return vault.passkeys(ground.passkeys());
    }

    @Bean
    Digests digests(Vault vault) {
        return vault.digests();
    }
}

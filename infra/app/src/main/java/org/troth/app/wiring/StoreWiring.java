package org.troth.app.wiring;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.app.ground.Ground;
import org.troth.app.ground.StartRefused;
import org.troth.app.meters.RecordingState;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Streams;
import org.troth.store.axon.AxonParts;
import org.troth.store.codec.FactCodec;
import org.troth.store.facts.FactStore;
import org.troth.vault.Vault;

/** The record, and the parts of Axon that run on it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean(destroyMethod = "close")
    FactStore factStore(
            Ground ground, DataSource dataSource, Vault vault, ProgrammeClock clock, RecordingState listener) {
        LedgerEvent.Mode mode = ground.isTrial() ? LedgerEvent.Mode.SIMULATED : LedgerEvent.Mode.PRODUCTION;
        try {
            return FactStore.open(new FactStore.Parts(
                    writing(ground),
                    dataSource,
                    vault.factSealing(),
                    vault.births(),
                    vault.evictions(),
                    FactCodec.ofLanguage(List.of()),
                    clock,
                    clock::isSimulated,
                    ground.isTrial() ? "trial/troth" : ground.origin().getHost() + "/troth",
                    mode,
                    listener));
        } catch (IllegalStateException e) {
            throw StartRefused.because("The record does not open: " + e.getMessage());
        }
    }

    /** Connections that the store keeps; it bounds itself how long it waits on them once they stand. */
    private static DataSource writing(Ground ground) {
        PGSimpleDataSource source =
                Migrations.source(ground.database(), ground.database().application());
        source.setApplicationName("troth-record");
        source.setConnectTimeout(3);
        source.setLoginTimeout(3);
        source.setSocketTimeout(5);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Bean
    Recording recording(FactStore store) {
        return store.recorder();
    }

    @Bean
    Streams streams(FactStore store) {
        return store.streams();
    }

    @Bean
    AxonParts axonParts(FactStore store) {
        return new AxonParts(store);
    }

    @Bean
    CommandBus commandBus(AxonParts parts) {
        return parts.commandBus();
    }

    @Bean
    StreamableMessageSource<TrackedEventMessage<?>> source(AxonParts parts) {
        return parts.source();
    }
}

package org.troth.app.meters;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.command.dispatch.DispatchMeter;
import org.troth.events.disclosure.Disclosing;
import org.troth.web.Announcing;

/** The meters and the health of the product; each indicator is up, or down with one plain sentence. */
@Configuration(proxyBeanMethods = false)
public class MetersWiring {

    @Bean
    static MeterFilter tagsAllowed() {
        return new TagsAllowed();
    }

    /** Whatever passes the gate on reading passes it counted. */
    @Bean
    static BeanPostProcessor countedGate(ObjectProvider<MeterRegistry> meters) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Disclosing gate && !(bean instanceof MeteredDisclosing)
                        ? new MeteredDisclosing(gate, meters.getObject())
                        : bean;
            }
        };
    }

    @Bean
    DispatchMeter dispatchMeter(MeterRegistry meters) {
        return new MeteredDispatch(meters);
    }

    @Bean
    MeteredSealing meteredSealing(MeterRegistry meters) {
        return new MeteredSealing(meters);
    }

    @Bean
    RecordingState recordingState(MeterRegistry meters) {
        return new RecordingState(meters);
    }

    /** How many pages are told when something has changed, and how many more wished to be. */
    @Bean
    MeterBinder announcingMeters(Announcing announcing) {
        return meters -> {
            Gauge.builder("announcement.open", announcing, Announcing::open).register(meters);
            FunctionCounter.builder("announcement.refused", announcing, Announcing::refused)
                    .register(meters);
        };
    }

    @Bean
    HealthIndicator recordHealthIndicator(RecordingState state) {
        return plainly(state::trouble);
    }

    @Bean
    HealthIndicator diskHealthIndicator(Pulse pulse) {
        return plainly(pulse::diskTrouble);
    }

    @Bean
    HealthIndicator databaseHealthIndicator(Pulse pulse) {
        return plainly(pulse::databaseTrouble);
    }

    @Bean
    HealthIndicator clockHealthIndicator(Pulse pulse) {
        return plainly(pulse::clockTrouble);
    }

    @Bean
    HealthIndicator viewsHealthIndicator(Pulse pulse) {
        return plainly(pulse::viewsTrouble);
    }

    private static HealthIndicator plainly(Supplier<Optional<String>> trouble) {
        return () -> trouble.get()
                .map(words -> Health.down().withDetail("cause", words).build())
                .orElseGet(() -> Health.up().build());
    }
}

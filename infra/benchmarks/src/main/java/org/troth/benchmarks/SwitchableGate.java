package org.troth.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

/**
 * Only for measuring what a disclosure costs: the real gate, which can be told to let a look pass without recording it.
 * No such thing exists in the product.
 */
@Configuration(proxyBeanMethods = false)
class SwitchableGate {

    static volatile boolean records = true;

    @Bean
    static BeanPostProcessor gateForMeasuring() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Disclosing gate ? new Switched(gate) : bean;
            }
        };
    }

    private record Switched(Disclosing gate) implements Disclosing {

        @Override
        public Disclosure disclose(Look look) {
            if (records) {
                return gate.disclose(look);
            }
            Map<UUID, Set<Words>> scope = look.shown().stream()
                    .collect(Collectors.toMap(Look.Shown::person, Look.Shown::words, (one, other) -> one));
            return Disclosure.durableAt(0, scope);
        }

        @Override
        public Disclosure search(
                Actor actor,
                PurposeOfUse purpose,
                String route,
                SubjectKind scope,
                Set<DataClass> classes,
                Set<UUID> people,
                UUID request) {
            return gate.search(actor, purpose, route, scope, classes, people, request);
        }

        @Override
        public void logRead(
                Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
            gate.logRead(actor, purpose, route, subject, results, request);
        }

        @Override
        public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
            gate.refused(actor, route, subject, rule, request);
        }

        @Override
        public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
            return gate.groundFor(actor, purpose, shown);
        }
    }
}

package org.troth.app.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

/**
 * Counts what passes the gate on reading: {@code disclosure.recorded} (people shown, by purpose and kind of look),
 * {@code disclosure.wait} (until it was durable) and {@code disclosure.refused}.
 */
public final class MeteredDisclosing implements Disclosing {

    private final Disclosing gate;
    private final MeterRegistry meters;

    public MeteredDisclosing(Disclosing gate, MeterRegistry meters) {
        this.gate = gate;
        this.meters = meters;
        meters.counter("disclosure.refused");
    }

    @Override
    public Disclosure disclose(Look look) {
        Disclosure disclosure = timed(() -> gate.disclose(look));
        recorded("shown", look.purpose(), look.shown().size());
        return disclosure;
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
        Disclosure disclosure = timed(() -> gate.search(actor, purpose, route, scope, classes, people, request));
        recorded("searched", purpose, 1);
        return disclosure;
    }

    @Override
    public void logRead(
            Actor actor, PurposeOfUse purpose, String route, @Nullable UUID subject, int results, UUID request) {
        timed(() -> {
            gate.logRead(actor, purpose, route, subject, results, request);
            return Boolean.TRUE;
        });
        recorded("log", purpose, 1);
    }

    @Override
    public void refused(Actor actor, String route, @Nullable UUID subject, String rule, UUID request) {
        gate.refused(actor, route, subject, rule, request);
        meters.counter("disclosure.refused").increment();
    }

    @Override
    public Optional<Ground> groundFor(Actor actor, PurposeOfUse purpose, Look.Shown shown) {
        return gate.groundFor(actor, purpose, shown);
    }

    private <T> T timed(Supplier<T> look) {
        try {
            T answer = meters.timer("disclosure.wait").record(look);
            if (answer == null) {
                throw new IllegalStateException("the gate answered nothing");
            }
            return answer;
        } catch (LookForbidden e) {
            meters.counter("disclosure.refused").increment();
            throw e;
        }
    }

    private void recorded(String kind, PurposeOfUse purpose, int people) {
        meters.counter("disclosure.recorded", "kind", kind, "purpose", purpose.name())
                .increment(people);
    }
}

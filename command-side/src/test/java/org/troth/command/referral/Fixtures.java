package org.troth.command.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Where referrals are tried. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private Fixtures() {}

    static AggregateTestFixture<Referral> referral() {
        return at(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static AggregateTestFixture<Referral> at(Clock clock) {
        AggregateTestFixture<Referral> fixture = new AggregateTestFixture<>(Referral.class);
        fixture.registerInjectableResource(clock);
        return fixture;
    }
}

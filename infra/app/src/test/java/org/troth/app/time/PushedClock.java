package org.troth.app.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Stands in for the machine's clock beneath a whole product, so that a test can push it forwards and back. */
public final class PushedClock extends Clock
        implements ApplicationContextInitializer<GenericApplicationContext>, BeanPostProcessor {

    private volatile Duration ahead = Duration.ZERO;

    /** From now on the machine's clock shows this much more than the true time. */
    public void push(Duration further) {
        ahead = further;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ProgrammeClock clock) {
            ProgrammeClock pushed = ProgrammeClock.over(this, clock.getZone());
            if (clock.isSimulated()) {
                pushed.simulate(clock.instant());
            }
            return pushed;
        }
        return bean;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the machine's clock knows no zone");
    }
}

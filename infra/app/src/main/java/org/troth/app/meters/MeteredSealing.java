package org.troth.app.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;

/** Times sealing and opening ({@code sealing.sealed}, {@code sealing.opened}) and counts what was tampered with. */
public final class MeteredSealing {

    private final Timer sealed;
    private final Timer opened;
    private final Counter tampered;

    public MeteredSealing(MeterRegistry meters) {
        this.sealed = meters.timer("sealing.sealed");
        this.opened = meters.timer("sealing.opened");
        this.tampered = meters.counter("sealing.tampered");
    }

    public Sealer over(Sealer sealer) {
        return new Sealing(sealer);
    }

    public Opener over(Opener opener) {
        return new Opening(opener);
    }

    /** One more thing that is not what was recorded. */
    public void alarm() {
        tampered.increment();
    }

    private static <T> T timed(Timer timer, Supplier<T> work) {
        long begun = System.nanoTime();
        T made = work.get();
        timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return made;
    }

    private final class Sealing implements Sealer {

        private final Sealer sealer;

        Sealing(Sealer sealer) {
            this.sealer = sealer;
        }

        @Override
        public Sealed seal(Words words, UUID owner, String text) {
            return timed(sealed, () -> sealer.seal(words, owner, text));
        }

        @Override
        public Sealed sealApart(Words words, UUID thing, UUID person, String text) {
            return timed(sealed, () -> sealer.sealApart(words, thing, person, text));
        }
    }

    private final class Opening implements Opener {

        private final Opener opener;

        Opening(Opener opener) {
            this.opener = opener;
        }

        @Override
        public String open(Sealed value, Disclosure disclosure) {
            try {
                return timed(opened, () -> opener.open(value, disclosure));
            } catch (Unreadable e) {
                if (e.why() == Unreadable.Why.TAMPERED) {
                    alarm();
                }
                throw e;
            }
        }

        @Override
        public void expect(Collection<Sealed> values, Disclosure disclosure) {
            opener.expect(values, disclosure);
        }
    }
}

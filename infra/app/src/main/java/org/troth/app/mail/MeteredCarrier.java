package org.troth.app.mail;

import io.micrometer.core.instrument.MeterRegistry;
import org.troth.events.message.Carrier;
import org.troth.events.message.CarrierAway;
import org.troth.events.message.Note;

/** Counts how handing over ended ({@code message.carried}), and how often nobody was there ({@code message.away}); never who or what. */
final class MeteredCarrier implements Carrier {

    private final Carrier carrier;
    private final MeterRegistry meters;

    MeteredCarrier(Carrier carrier, MeterRegistry meters) {
        this.carrier = carrier;
        this.meters = meters;
        for (Taken end : Taken.values()) {
            meters.counter("message.carried", "end", end.name());
        }
        meters.counter("message.away");
    }

    @Override
    public boolean isSetUp() {
        return carrier.isSetUp();
    }

    @Override
    public Trip setOut() {
        try {
            return new MeteredTrip(carrier.setOut());
        } catch (CarrierAway e) {
            meters.counter("message.away").increment();
            throw e;
        }
    }

    private final class MeteredTrip implements Trip {

        private final Trip trip;

        MeteredTrip(Trip trip) {
            this.trip = trip;
        }

        @Override
        public boolean stands() {
            return trip.stands();
        }

        @Override
        public Taken carry(Note note, long before) {
            Taken end = trip.carry(note, before);
            meters.counter("message.carried", "end", end.name()).increment();
            return end;
        }

        @Override
        public void close() {
            trip.close();
        }
    }
}

package org.troth.app.mail;

import org.troth.events.message.Carrier;
import org.troth.events.message.CarrierAway;

/** Where no mail server is set up: nothing leaves. */
final class NoCarrier implements Carrier {

    @Override
    public boolean isSetUp() {
        return false;
    }

    @Override
    public Trip setOut() {
        throw new CarrierAway();
    }
}

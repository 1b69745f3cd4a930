package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.command.dispatch.AddressThrottle;
import org.troth.events.disclosure.TooManyRefusals;

class LimitingEnquirersTest {

    private final AtomicLong nanos = new AtomicLong();
    private final EnquirerLimits limits = new EnquirerLimits(nanos::get);

    @Test
    void boundsAllNetworksTogether() {
        for (int i = 0; i < EnquirerLimits.WRITTEN_BY_ALL; i++) {
            limits.write("192.0.2." + i);
        }
        assertThatThrownBy(() -> limits.write("198.51.100.1")).isInstanceOf(TooManyRefusals.class);
        for (int i = 0; i < EnquirerLimits.TRIED_BY_ALL; i++) {
            limits.tryCode("10.0." + i / 256 + "." + i % 256);
        }
        assertThatThrownBy(() -> limits.tryCode("198.51.100.1")).isInstanceOf(TooManyRefusals.class);
    }

    @Test
    void forgetsAfterTenMinutes() {
        for (int i = 0; i < EnquirerLimits.WRITTEN_BY_ONE; i++) {
            limits.write("192.0.2.1");
        }
        assertThatThrownBy(() -> limits.write("192.0.2.1"))
                .isInstanceOfSatisfying(
                        TooManyRefusals.class,
                        often -> assertThat(often.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        limits.write("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:db8:1:2:9::6, 2001:db8:1:2:",
        "2001:db8::6, 2001:db8:",
        "::1, ::1",
    })
    void countsAHouseholdAsOne(String address, String network) {
        assertThat(AddressThrottle.network(address)).isEqualTo(network);
    }
}

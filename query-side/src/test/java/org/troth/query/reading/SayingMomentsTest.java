package org.troth.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.troth.web.Catalogue;

/** Moments in the programme's zone, in which one hour a year comes twice and another not at all. */
class SayingMomentsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private final Plain plain = new Plain(LONDON, Clock.system(LONDON), Catalogue.read());

    @Test
    void tellsApartTheHourThatComesTwice() {
        assertThat(moment("2024-10-27T00:30:00Z")).isEqualTo("27 October 2024, 01:30 UTC+01:00");
        assertThat(moment("2024-10-27T01:30:00Z")).isEqualTo("27 October 2024, 01:30 UTC+00:00");
    }

    @Test
    void saysNoMoreThanTheClockBeforeAndAfterThatHour() {
        assertThat(moment("2024-10-26T23:59:59Z")).isEqualTo("27 October 2024, 00:59");
        assertThat(moment("2024-10-27T02:00:00Z")).isEqualTo("27 October 2024, 02:00");
    }

    @Test
    void leapsOverTheHourThatDoesNotCome() {
        assertThat(moment("2025-03-30T00:59:59Z")).isEqualTo("30 March 2025, 00:59");
        assertThat(moment("2025-03-30T01:00:00Z")).isEqualTo("30 March 2025, 02:00");
    }

    @Test
    void saysNothingOfWhatNeverHappened() {
        assertThat(plain.moment(null)).isEmpty();
    }

    private String moment(String instant) {
        return plain.moment(Instant.parse(instant));
    }
}

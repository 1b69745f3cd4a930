package org.troth.app.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.DispatchMeter;

class KeepingPeopleOutOfMetersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    KeepingPeopleOutOfMetersTest() {
        meters.config().meterFilter(new TagsAllowed());
    }

    @Test
    void dropsTagsThatAreNotOnTheList() {
        meters.counter("some.thing", "participant", "Ada").increment();
        assertThat(tags()).isEmpty();
    }

    @Test
    void replacesValuesThatAreNoCodes() {
        meters.counter("some.thing", "kind", UUID.randomUUID().toString()).increment();
        meters.counter("another.thing", "rule", "someone@example.org").increment();
        assertThat(tags()).containsExactlyInAnyOrder(Tag.of("kind", "other"), Tag.of("rule", "other"));
    }

    @Test
    void keepsCommandsAndHowTheyEnded() {
        new MeteredDispatch(meters).attempted("WithdrawConsent", DispatchMeter.End.DONE, 5);
        assertThat(tags()).containsExactlyInAnyOrder(Tag.of("command", "WithdrawConsent"), Tag.of("end", "done"));
    }

    @Test
    void keepsTheNamesOfTheMachinesOwnMemory() {
        meters.counter("some.memory", "id", "G1 Eden Space").increment();
        meters.counter("some.memory", "id", "CodeHeap 'non-nmethods'").increment();
        assertThat(tags())
                .containsExactlyInAnyOrder(Tag.of("id", "G1 Eden Space"), Tag.of("id", "CodeHeap 'non-nmethods'"));
    }

    private List<Tag> tags() {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .toList();
    }
}

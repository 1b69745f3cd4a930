package org.troth.store.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.events.Fact;
import org.troth.events.Recorded;

class UpcastingFactsTest {

    private static final UUID KETTLE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    sealed interface KettleEvent extends Fact {
        @Recorded(as = "kettle-boiled", revision = 3)
        record KettleBoiled(UUID kettle, int celsius, String colour) implements KettleEvent {}
    }

    private static final Upcaster TO_CELSIUS = new Upcaster("kettle-boiled", 1, json -> {
        json.put("celsius", (json.remove("fahrenheit").asInt() - 32) * 5 / 9);
        return json;
    });
    private static final Upcaster WITH_COLOUR = new Upcaster("kettle-boiled", 2, json -> json.put("colour", "unknown"));

    @Test
    void goesThroughEveryRevisionInOrder() {
        FactCodec codec = FactCodec.of(List.of(KettleEvent.class), List.of(WITH_COLOUR, TO_CELSIUS));
        String first = "{\"kettle\":\"" + KETTLE + "\",\"fahrenheit\":212}";

        assertThat(codec.read("kettle-boiled", 1, first.getBytes(UTF_8)))
                .isEqualTo(new KettleEvent.KettleBoiled(KETTLE, 100, "unknown"));
    }

    @Test
    void beginsAtTheRevisionThatWasStored() {
        FactCodec codec = FactCodec.of(List.of(KettleEvent.class), List.of(TO_CELSIUS, WITH_COLOUR));
        String second = "{\"kettle\":\"" + KETTLE + "\",\"celsius\":99}";

        assertThat(codec.read("kettle-boiled", 2, second.getBytes(UTF_8)))
                .isEqualTo(new KettleEvent.KettleBoiled(KETTLE, 99, "unknown"));
    }

    @Test
    void refusesToStartWithoutAStep() {
        assertThatThrownBy(() -> FactCodec.of(List.of(KettleEvent.class), List.of(TO_CELSIUS)))
                .isInstanceOf(UnfitForRecord.class)
                .hasMessageContaining("no upcaster from revision 2");
    }

    @Test
    void refusesToStartWithAStepTwice() {
        assertThatThrownBy(
                        () -> FactCodec.of(List.of(KettleEvent.class), List.of(TO_CELSIUS, WITH_COLOUR, WITH_COLOUR)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToStartWithAStepThatLeadsNowhere() {
        Upcaster beyond = new Upcaster("kettle-boiled", 3, json -> json);
        assertThatThrownBy(() -> FactCodec.of(List.of(KettleEvent.class), List.of(TO_CELSIUS, WITH_COLOUR, beyond)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsStillWrongAfterwards() {
        FactCodec codec = FactCodec.of(List.of(KettleEvent.class), List.of(TO_CELSIUS, WITH_COLOUR));
        String odd = "{\"kettle\":\"" + KETTLE + "\",\"fahrenheit\":212,\"steam\":true}";

        assertThatThrownBy(() -> codec.read("kettle-boiled", 1, odd.getBytes(UTF_8)))
                .isInstanceOf(UnreadableFact.class);
    }
}

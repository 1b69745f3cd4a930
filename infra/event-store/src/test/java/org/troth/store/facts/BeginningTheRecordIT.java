package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ledger.LedgerEvent.Mode;

/** The record begins once, as what it is, and is refused as anything else. */
class BeginningTheRecordIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void beginsWithTheGenesisAndTheBirthsOfItsKeys() {
        FactStore node = house.node();

        assertThat(house.longs("select position from facts.fact order by position"))
                .containsExactly(0L, 1L, 2L);
        assertThat(node.streams().read("ledger/" + node.ledger().id(), 0))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.position()).isZero();
                    assertThat(opened.fact())
                            .hasToString("LedgerOpened[ledger=" + node.ledger().id()
                                    + ", origin=example.org/record, mode=PRODUCTION]");
                });
        assertThat(house.longs("select distinct get_byte(header, 5) from facts.fact order by 1"))
                .containsExactly(2L, 4L);

        house.node();
        assertThat(house.one("select count(*) from facts.fact")).isEqualTo(3);
    }

    @Test
    void refusesALedgerOfAnotherModeOrOrigin() {
        house.node();
        FactStore.Parts asItIs = house.parts(house.database.application(), Clock.systemUTC(), AppendListener.NONE);

        assertThatThrownBy(() -> FactStore.open(as(asItIs, asItIs.origin(), Mode.SIMULATED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can never become simulated");
        assertThatThrownBy(() -> FactStore.open(as(asItIs, "elsewhere", asItIs.mode())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static FactStore.Parts as(FactStore.Parts parts, String origin, Mode mode) {
        return new FactStore.Parts(
                parts.writing(),
                parts.reading(),
                parts.sealing(),
                parts.births(),
                parts.evictions(),
                parts.codec(),
                parts.clock(),
                () -> mode == Mode.SIMULATED,
                origin,
                mode,
                parts.listener());
    }
}

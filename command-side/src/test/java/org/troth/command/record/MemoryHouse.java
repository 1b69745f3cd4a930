package org.troth.command.record;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.DispatchMeter;

/** The command side of some aggregates on a {@link MemoryRecord}, for tests of whole requests without a database. */
public final class MemoryHouse implements AutoCloseable {

    private final MemoryRecord record;
    private final Configuration axon;
    private final Dispatch dispatch;

    private MemoryHouse(MemoryRecord record, Configuration axon, Dispatch dispatch) {
        this.record = record;
        this.axon = axon;
        this.dispatch = dispatch;
    }

    public static MemoryHouse of(Clock clock, DispatchMeter meter, Class<?>... aggregates) {
        MemoryRecord record = new MemoryRecord(clock);
        org.axonframework.config.Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> new MemoryEngine(record))
                .registerComponent(Clock.class, configuration -> clock);
        for (Class<?> aggregate : aggregates) {
            configurer.configureAggregate(aggregate);
        }
        Configuration axon = configurer.start();
        CommandBus commands = axon.commandBus();
        return new MemoryHouse(
                record, axon, new Dispatch(commands, record, record, MemoryRecord.plainTags(), clock, meter));
    }

    public static MemoryHouse of(Clock clock, Class<?>... aggregates) {
        return of(clock, (command, end, nanos) -> {}, aggregates);
    }

    public MemoryRecord record() {
        return record;
    }

    public Dispatch dispatch() {
        return dispatch;
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}

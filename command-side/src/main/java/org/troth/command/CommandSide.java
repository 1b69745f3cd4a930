package org.troth.command;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.DispatchMeter;
import org.troth.events.confidential.Tags;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Streams;

/** The door: import this and every feature that decides is there. It needs the ports of {@code shared-events} as beans. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = CommandSide.class)
public class CommandSide {

    @Bean
    Dispatch dispatch(
            CommandBus commands,
            Recording recording,
            Streams streams,
            Tags tags,
            Clock clock,
            ObjectProvider<DispatchMeter> meter) {
        return new Dispatch(
                commands, recording, streams, tags, clock, meter.getIfAvailable(() -> (command, end, nanos) -> {}));
    }
}

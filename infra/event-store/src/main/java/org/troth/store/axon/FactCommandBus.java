package org.troth.store.axon;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.troth.store.facts.FactReader;

/**
 * Runs each command on its caller's thread. Aggregates are loaded as this node last saw them; a command that was then
 * refused, or decided nothing, is handled once more from the record, so that no answer rests on what was last seen.
 */
final class FactCommandBus extends SimpleCommandBus {

    private final FactReader reader;

    FactCommandBus(FactReader reader) {
        super(SimpleCommandBus.builder()
                .transactionManager(OpensNothing.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE));
        this.reader = reader;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        Attempt attempt = new Attempt();
        super.<C, R>handle(command.andMetaData(Map.of(Attempt.KEY, attempt)), handler, (handled, result) -> {
            List<String> doubtful = attempt.doubtful();
            if (doubtful.isEmpty()) {
                callback.onResult(command, result);
            } else {
                doubtful.forEach(reader::forget);
                super.handle(command, handler, callback);
            }
        });
    }
}

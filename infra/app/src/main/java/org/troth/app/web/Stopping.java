package org.troth.app.web;

import java.util.concurrent.RejectedExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Knows when the product has begun to stop, and which failures then say no more than that a part had gone already. */
final class Stopping implements ApplicationListener<ContextClosedEvent> {

    private volatile boolean begun;

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        begun = true;
    }

    /** While the product runs, never: the same failures are faults of ours then. */
    boolean explains(Throwable failure) {
        return begun
                && (failure instanceof NoHandlerForCommandException
                        || failure instanceof RejectedExecutionException
                        || failure instanceof BeanCreationNotAllowedException);
    }
}

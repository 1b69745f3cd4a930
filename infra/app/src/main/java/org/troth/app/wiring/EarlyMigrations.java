package org.troth.app.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.troth.app.demonstration.Marker;
import org.troth.app.ground.Ground;
import org.troth.app.ground.StartRefused;

/**
 * Brings the database up to date on a thread of its own while the parts of the product are being put together; whoever
 * needs the database waits for it.
 */
public final class EarlyMigrations implements ApplicationContextInitializer<GenericApplicationContext> {

    /** The ground must have been laid. */
    @Override
    public void initialize(GenericApplicationContext context) {
        Ground ground = context.getBeanFactory().getBean(Ground.class);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(ground, done), "migrations");
        thread.setDaemon(true);
        thread.start();
        context.registerBean(Outcome.class, () -> new Outcome(done));
    }

    private static void run(Ground ground, CompletableFuture<Void> done) {
        try {
            if (Marker.of(ground).startsOver()) {
                Migrations.forgetEverything(ground.database());
            }
            Migrations.run(ground.database());
            done.complete(null);
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /** How it ended. */
    record Outcome(CompletableFuture<Void> done) {

        /** Waits until every schema is up to date; throws {@link StartRefused} when one cannot be brought there. */
        void await() {
            try {
                done.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }
}

package org.troth.app.ground;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/** Lays the ground before the first bean is made, and clears it away after the last is gone or when the start fails. */
public final class Groundwork
        implements ApplicationContextInitializer<GenericApplicationContext>,
                ApplicationListener<ApplicationFailedEvent> {

    private @Nullable Ground laid;

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        Ground ground = switch (Settings.mode(environment)) {
            case TRIAL -> TrialGround.lay(environment);
            case PRODUCTION -> ProductionGround.lay(environment, Groundwork::prompt);
        };
        laid = ground;
        // Singletons are destroyed after everything that depends on them.
        context.registerBean(Ground.class, () -> ground, definition -> definition.setDestroyMethodName("close"));
    }

    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        if (event.getApplicationContext() != null) {
            event.getApplicationContext().close();
        }
        if (laid != null) {
            laid.close();
        }
    }

    private static char @Nullable [] prompt(String question) {
        Console console = System.console();
        return console == null ? null : console.readPassword("%s", question);
    }
}

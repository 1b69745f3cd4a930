package org.troth.app;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.troth.app.ground.Groundwork;
import org.troth.app.wiring.EarlyMigrations;
import org.troth.app.wiring.Wiring;

/** Starts Troth. What Spring Boot adds by itself is listed in {@link BootParts}, and nothing else comes in. */
@SpringBootConfiguration(proxyBeanMethods = false)
@BootParts
@Import(Wiring.class)
public class TrothApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("keys")) {
            System.exit(new KeysTool(System.getenv(), System.out).run(arguments));
        }
        application().run(arguments);
    }

    /** Not yet running; tests start it in the same way. */
    public static SpringApplication application() {
        // It would load, beside the start, what the product never uses.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        Groundwork groundwork = new Groundwork();
        SpringApplication application = new SpringApplication(TrothApplication.class);
        // Whatever the machine's own language is.
        LocaleContextHolder.setDefaultLocale(Locale.ENGLISH);
        application.addInitializers(groundwork, new EarlyMigrations());
        application.addListeners(groundwork, new StartArchive());
        return application;
    }
}

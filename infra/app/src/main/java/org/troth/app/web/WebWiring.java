package org.troth.app.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.core.StandardHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.troth.app.ground.Ground;
import org.troth.app.ground.StartRefused;
import org.troth.app.meters.MeteredSealing;
import org.troth.app.time.ProgrammeClock;
import org.troth.events.account.Actor;
import org.troth.events.account.CopiedPasskeys;
import org.troth.events.account.SecondStepDemand;
import org.troth.events.account.SignIn;
import org.troth.events.disclosure.Disclosing;
import org.troth.query.freshness.Announced;
import org.troth.web.Announcement;
import org.troth.web.Answers;
import org.troth.web.Challenges;
import org.troth.web.Doors;
import org.troth.web.Explanation;
import org.troth.web.Places;
import org.troth.web.Refusals;
import org.troth.web.SignInDesk;
import org.troth.web.TomcatManners;
import org.troth.web.WebSettings;
import org.troth.web.WebShell;
import org.troth.web.Words;
import tools.jackson.core.StreamReadFeature;

/** Gives the page shell what it asks for, and the server its manners. */
@Configuration(proxyBeanMethods = false)
@Import({WebShell.class, ApiPage.class, OpenApiText.class})
public class WebWiring {

    private static final Logger LOG = LoggerFactory.getLogger(WebWiring.class);

    /** A request that says a thing twice says two things: which of them was meant is not for us to choose. */
    @Bean
    JsonMapperBuilderCustomizer nothingTwice() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    WebSettings webSettings(Ground ground, Environment environment) {
        String exit = environment.getProperty("troth.exit", "https://www.bbc.co.uk/weather");
        WebSettings settings = WebSettings.of(
                        environment.getProperty("troth.name", "Troth"), !ground.isTrial(), URI.create(exit))
                .inviting("/accounts/opening")
                .hearing("/notes")
                .enrolling("/accounts/mine/factor", "/accounts/mine/passkeys", "/accounts/mine/passkeys/challenge")
                .knowingPasskeys(ground.passkeys());
        return ground.demandsSecondStep() ? settings : settings.remarking(Words.of("app.web.remark.trial"));
    }

    @Bean
    HostNames hostNames(Ground ground, Answers answers) {
        return new HostNames(ground, answers);
    }

    /** The people of a demonstration have no phones: nothing is demanded of them while it is loaded. */
    @Bean
    SecondStepDemand secondStepDemand(Ground ground, ProgrammeClock clock) {
        return SecondStepDemand.ofStaff(() -> ground.demandsSecondStep() && !clock.isSimulated());
    }

    /** Counted and logged without whose it was; its holder sees it on the page of their account. */
    @Bean
    CopiedPasskeys copiedPasskeys(MeterRegistry meters) {
        Counter copied = meters.counter("account.passkey_copied");
        return () -> {
            copied.increment();
            LOG.warn("a passkey showed a counter that had been passed: another device may have a copy of it");
        };
    }

    @Bean
    SignInDesk signInDesk(SignIn signIn, MeterRegistry meters) {
        return new Desk(signIn, meters);
    }

    @Bean
    Doors houseDoors() {
        return HouseDoors.all();
    }

    @Bean
    Places housePlaces() {
        return new HousePlaces();
    }

    @Bean
    Stopping stopping() {
        return new Stopping();
    }

    @Bean
    Explanation houseExplanation(MeteredSealing sealing, Stopping stopping) {
        return new Explaining(sealing::alarm, stopping::explains);
    }

    /** Whoever is signed in and turned away at a door is on the record for it. */
    @Bean
    Refusals doorRefusals(Disclosing disclosing) {
        return (user, method, pattern) -> {
            Actor actor = Callers.actor(user);
            disclosing.refused(actor, method + " " + pattern, null, "door", UUID.randomUUID());
        };
    }

    /** What the worklist tells while it is open. */
    @Bean
    Announcement worklistChanges(Announced announced) {
        return new Announcement() {
            @Override
            public String path() {
                return announced.path();
            }

            @Override
            public String now() {
                return announced.line();
            }
        };
    }

    @Bean
    WebMvcConfigurer callerArguments(Challenges challenges) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArguments(challenges));
            }

            /** JSON, text and bytes; what the description's own libraries could read besides is not even looked for. */
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.disableDefaults().addCustomConverter(new ByteArrayHttpMessageConverter());
            }

            /** Requests are read by the features, field by field; annotations validate nothing here. */
            @Override
            public Validator getValidator() {
                return new Validator() {
                    @Override
                    public boolean supports(Class<?> type) {
                        return false;
                    }

                    @Override
                    public void validate(Object target, Errors errors) {
                        throw new IllegalStateException("nothing is validated by annotation");
                    }
                };
            }
        };
    }

    /** Last of all, so that in a trial nothing can bind the server to another address than this machine's own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverManners(WebSettings settings, Ground ground) {
        return factory -> {
            if (ground.isTrial()
                    && (factory.getAddress() == null || !factory.getAddress().isLoopbackAddress())) {
                throw StartRefused.because("A trial serves this machine alone.");
            }
            factory.addConnectorCustomizers(connector -> TomcatManners.apply(connector, settings));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    TomcatManners.apply(host);
                }
            });
        };
    }
}

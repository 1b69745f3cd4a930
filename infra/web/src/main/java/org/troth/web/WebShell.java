package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.thymeleaf.ITemplateEngine;

/**
 * The door: the runnable imports this and gives it a {@link WebSettings}, a {@link SignInDesk} and a clock; if it has them also
 * {@link Places}, {@link Doors}, {@link Refusals}, {@link Explanation}s and {@link Announcement}s.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    GlossaryPage.class,
    SecurityChains.class,
    SignInPages.class,
    SecondStepPages.class,
    TonguePages.class,
    KeyPages.class
})
public class WebShell {

    /** The random reference of a request, also sent back as {@code X-Request-Id}. */
    public static UUID reference(HttpServletRequest request) {
        return FrontDoor.reference(request);
    }

    @Bean
    ShellDialect shellDialect(WebSettings settings, ObjectProvider<Places> places, Catalogue catalogue) {
        return new ShellDialect(
                settings,
                user -> places.orderedStream()
                        .flatMap(some -> some.of(user).stream())
                        .toList(),
                catalogue);
    }

    /** Under the one name that Spring asks for. */
    @Bean
    Catalogue messageSource() {
        return Catalogue.read();
    }

    @Bean
    Tongues tongues(WebSettings settings) {
        return new Tongues(settings);
    }

    @Bean
    static BeanPostProcessor tonguesOfReaders(ObjectProvider<Tongues> tongues) {
        return Tongues.insteadOfBrowsersAlone(tongues::getObject);
    }

    @Bean
    static BeanPostProcessor formKeys() {
        return FormKeys.aroundSecurity();
    }

    @Bean
    static BeanPostProcessor flashes(ObjectProvider<Sittings> sittings) {
        return Flashes.insteadOfSessions(sittings::getObject);
    }

    @Bean
    Answers answers(
            WebSettings settings, ObjectProvider<ITemplateEngine> templates, Tongues tongues, Catalogue catalogue) {
        return new Answers(settings, templates, tongues, catalogue);
    }

    @Bean
    Diagnosis diagnosis(ObjectProvider<Explanation> explanations) {
        return new Diagnosis(explanations);
    }

    @Bean
    FrontDoor frontDoor(WebSettings settings, DoorKeeper doors, Diagnosis diagnosis, Answers answers) {
        return new FrontDoor(new SafetyHeaders(settings), doors, diagnosis, answers);
    }

    @Bean
    Announcing announcing(ObjectProvider<Announcement> announcements, Sittings sittings, Answers answers) {
        return new Announcing(announcements.orderedStream().toList(), sittings, answers);
    }

    /** Asked before the features' own addresses, of which some hold whatever one writes. */
    @Bean
    SimpleUrlHandlerMapping announcedAddresses(Announcing announcing) {
        return new SimpleUrlHandlerMapping(announcing.handlers(), -1);
    }

    /** For the JSON mapper: refuses strings that cannot be kept. */
    @Bean
    PlainWords plainWords() {
        return new PlainWords();
    }

    @Bean
    WebMvcConfigurer shellMvc(
            Diagnosis diagnosis, Answers answers, Tongues tongues, Catalogue catalogue, ObjectProvider<StepUp> stepUp) {
        return new WebMvcConfigurer() {
            /** Assets are asked for again each time and answered "not modified": an upgrade is seen at once. */
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                for (String folder : List.of("shell", "vendor")) {
                    registry.addResourceHandler("/" + folder + "/**")
                            .addResourceLocations("classpath:/static/" + folder + "/")
                            .setCacheControl(CacheControl.noCache());
                }
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageTongue(tongues, catalogue)).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(stepUp.getObject());
            }

            /** After the features' own {@code @ExceptionHandler}s, before Spring's bare answers. */
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(Math.min(1, resolvers.size()), new ProblemResolver(diagnosis, answers));
            }
        };
    }
}

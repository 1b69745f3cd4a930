package org.troth.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The smallest house that stands around the shell, wired as the runnable wires it. */
@Configuration
@EnableWebMvc
@EnableWebSecurity
@Import({WebShell.class, TestHouse.Pages.class})
class TestHouse {

    @Bean
    WebSettings settings() {
        return WebSettings.of("Troth", false, URI.create("https://www.example.org/"));
    }

    @Bean
    Places places() {
        return user -> List.of(
                new Place("Worklist", "/"),
                new Place("Participants", "/participants"),
                new Place("Volunteers", "/volunteers"));
    }

    @Bean
    SpringTemplateEngine templateEngine(ApplicationContext context, List<IDialect> dialects) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        dialects.forEach(engine::addDialect);
        return engine;
    }

    @Bean
    ThymeleafViewResolver views(SpringTemplateEngine engine) {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    record Row(String label, Object value) {}

    record Option(String value, String label) {}

    @Controller
    static class Pages {

        @GetMapping("/sink")
        String sink(Model model) {
            model.addAttribute(
                    "stages",
                    List.of(
                            new Row("Enquiry", 12),
                            new Row("Intake", 7),
                            new Row("Enrolled, waiting for a match", 23),
                            new Row("Matched", 41)));
            model.addAttribute(
                    "months",
                    List.of(
                            Map.of("label", "Jan", "value", 4),
                            Map.of("label", "Feb", "value", 9),
                            Map.of("label", "Mar", "value", 7),
                            Map.of("label", "Apr", "value", 12),
                            Map.of("label", "May", "value", 15),
                            Map.of("label", "Jun", "value", 11),
                            Map.of("label", "Jul", "value", 18)));
            model.addAttribute("channels", List.of(new Option("PHONE", "Telephone"), new Option("LETTER", "Letter")));
            model.addAttribute("chosen", List.of("PHONE"));
            model.addAttribute("errors", Map.of("until", "Say until when, as a date from today on."));
            model.addAttribute("flash", "The consent is recorded.");
            return "sink";
        }
    }
}

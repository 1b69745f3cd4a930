package org.troth.web;

import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.troth.elsewhere.Elsewhere;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The smallest house that stands around the shell, wired as the runnable wires it. */
@Configuration
@EnableWebMvc
@EnableWebSecurity
@Import({WebShell.class, TestHouse.Pages.class, TestHouse.Programs.class, Elsewhere.class})
class TestHouse implements WebMvcConfigurer {

    record Refused(SignedInUser user, String method, String pattern) {}

    private final List<Refused> refused = new ArrayList<>();

    /** A method, since Spring stands a subclass before this class. */
    List<Refused> refused() {
        return refused;
    }

    @Bean
    WebSettings settings() {
        return WebSettings.of("Troth", false, URI.create("https://www.example.org/"))
                .inviting("/public")
                .enrolling("/own/step", "/own/other-step")
                .knowingPasskeys(URI.create("https://records.example.org"));
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    TestDesk desk() {
        return new TestDesk();
    }

    @Bean
    Refusals refusals() {
        return (user, method, pattern) -> refused.add(new Refused(user, method, pattern));
    }

    @Bean
    TestNews news() {
        return new TestNews();
    }

    @Bean
    Doors doors() {
        return Doors.of(
                Door.to("/audit/**", "AUDITOR"),
                Door.to("/grants/**", "AUDITOR").freshly(),
                Door.to("/api/v1/audit/**", "AUDITOR"),
                Door.open("/api/v1/open"),
                Door.signedIn("/api/v1/large").carrying(1024 * 1024));
    }

    @Bean
    Explanation explanation() {
        return failure -> failure instanceof RuleBroken
                ? Optional.of(Problem.refused("consent-4", "This consent was withdrawn."))
                : Optional.empty();
    }

    @Bean
    Places places() {
        return user -> List.of(
                new Place(Words.english("Worklist"), "/"),
                new Place(Words.english("Participants"), "/sink"),
                new Place(Words.english("Volunteers"), "/volunteers"));
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

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(JsonMapper.builder()
                .addModule(new PlainWords())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()));
    }

    record Row(String label, Object value) {}

    record Option(String value, String label) {}

    record Options(String label, List<Option> choices) {}

    static final class RuleBroken extends RuntimeException {
        RuleBroken() {
            super("secret-words");
        }
    }

    @Controller
    static class Pages {

        @GetMapping("/")
        String home() {
            return "home";
        }

        @PostMapping("/notes")
        String note(@RequestParam String idempotencyKey, RedirectAttributes redirect) {
            UUID.fromString(idempotencyKey);
            redirect.addFlashAttribute("flash", "The note is recorded.");
            return "redirect:/";
        }

        @PostMapping("/grants")
        @ResponseBody
        String grant(@RequestParam String idempotencyKey, @RequestParam List<String> of, Principal user) {
            UUID.fromString(idempotencyKey);
            return "granted " + of + " by " + user.getName();
        }

        @GetMapping("/grants/file")
        @ResponseBody
        String file(@RequestParam String of) {
            return "file of " + of;
        }

        @GetMapping({"/own/step", "/own/other-step"})
        String step() {
            return "home";
        }

        @GetMapping("/audit/all")
        String audit() {
            return "home";
        }

        @GetMapping("/people/{id}")
        String person(@PathVariable UUID id) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret-words");
        }

        @GetMapping("/rule")
        String rule() {
            throw new RuleBroken();
        }

        @GetMapping("/half")
        String half() {
            return "half";
        }

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
            model.addAttribute("known", "{\"enquiry\":1}");
            model.addAttribute("kinds", List.of(Map.of("key", "enquiry", "title", "New enquiries")));
            model.addAttribute("channels", List.of(new Option("PHONE", "Telephone"), new Option("LETTER", "Letter")));
            model.addAttribute("chosen", List.of("PHONE"));
            model.addAttribute(
                    "groups",
                    List.of(
                            new Options("By voice", List.of(new Option("PHONE", "Telephone"))),
                            new Options("In writing", List.of(new Option("LETTER", "Letter")))));
            model.addAttribute("errors", Map.of("until", "Say until when, as a date from today on."));
            model.addAttribute("flash", "The consent is recorded.");
            return "sink";
        }
    }

    record Note(UUID about, String words, Map<String, Integer> counts) {}

    @RestController
    static class Programs {

        @GetMapping(path = "/api/v1/people/{id}", produces = "application/json")
        Map<String, String> person(@PathVariable UUID id) {
            if (id.equals(new UUID(5, 5))) {
                return Map.of("id", id.toString());
            }
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }

        @PostMapping(
                path = {"/api/v1/notes", "/api/v1/large"},
                consumes = "application/json")
        Map<String, Object> note(@RequestBody Note note, @RequestParam(defaultValue = "1") int copies) {
            return Map.of("length", note.words().length());
        }

        @GetMapping("/api/v1/audit/all")
        List<String> audit() {
            return List.of();
        }

        @GetMapping("/api/v1/open")
        Map<String, String> open() {
            return Map.of("state", "open");
        }

        @GetMapping("/api/v1/later")
        Callable<Map<String, String>> later(Principal user) {
            return () -> Map.of("for", user.getName());
        }

        @GetMapping("/api/v1/rule")
        void rule() {
            throw new IllegalStateException("secret-words", new RuleBroken());
        }

        @GetMapping("/api/v1/spoken")
        void spoken() {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT,
                    ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Something else was recorded in between."),
                    null);
        }

        @GetMapping("/api/v1/broken")
        void broken(@RequestParam(required = false) String words) {
            throw new IllegalStateException("secret-words " + words);
        }
    }
}

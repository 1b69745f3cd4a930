package org.troth.app.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.web.Door;

/** The page about the API for people: how to begin, what to expect, and every address there is, read from what is served. */
@Controller
class ApiPage {

    private static final String ROOT = "/api/v1/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final MessageSource messages;

    ApiPage(ObjectProvider<RequestMappingHandlerMapping> mappings, MessageSource messages) {
        this.mappings = mappings;
        this.messages = messages;
    }

    /** One thing the API can do. */
    record Line(String method, String path, String roles) {}

    @GetMapping("/api")
    ModelAndView show() {
        return new ModelAndView("api/guide")
                .addObject("features", features())
                .addObject(
                        "purposes",
                        Arrays.stream(PurposeOfUse.values()).map(Enum::name).toList());
    }

    /** By the first word of their path, in alphabetical order. */
    private Map<String, List<Line>> features() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream().flatMap(path -> lines(info, path)))
                .sorted(Comparator.comparing(Line::path).thenComparing(Line::method))
                .distinct()
                .collect(Collectors.groupingBy(ApiPage::feature, TreeMap::new, Collectors.toList()));
    }

    private Stream<Line> lines(RequestMappingInfo info, String path) {
        return path.startsWith(ROOT)
                ? info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Line(method, path, roles(method, path)))
                : Stream.empty();
    }

    private static String feature(Line line) {
        String rest = line.path().substring(ROOT.length());
        int end = rest.indexOf('/');
        return ROOT + (end < 0 ? rest : rest.substring(0, end));
    }

    /** Who may come to this address, in words. */
    private String roles(String method, String path) {
        Optional<Door> door = HouseDoors.doorOf(method, path);
        if (door.isPresent() && door.get().open()) {
            return said("app.web.api.everyone");
        }
        return door.isEmpty() || door.get().roles().isEmpty()
                ? said("app.web.api.signed-in")
                : door.get().roles().stream()
                        .sorted()
                        .map(role -> said("web.role." + role))
                        .collect(Collectors.joining(said("web.frame.and")));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

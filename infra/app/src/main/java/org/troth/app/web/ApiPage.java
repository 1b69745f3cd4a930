package org.troth.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.troth.events.disclosure.PurposeOfUse;

/** The page about the API for people: how to begin, what to expect, and every address there is, read from what is served. */
@Controller
class ApiPage {

    private static final String ROOT = "/api/v1/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ApiPage(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** One thing the API can do. */
    record Line(String method, String path, String roles) {}

    /** A code and what it means. */
    record Purpose(String code, String plain) {}

    @GetMapping("/api")
    ModelAndView show() {
        return new ModelAndView("api/guide")
                .addObject("features", features())
                .addObject(
                        "purposes",
                        List.of(PurposeOfUse.values()).stream()
                                .map(each -> new Purpose(each.name(), each.plain()))
                                .toList());
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

    private static Stream<Line> lines(RequestMappingInfo info, String path) {
        return path.startsWith(ROOT)
                ? info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Line(method, path, HouseDoors.roles(method, path)))
                : Stream.empty();
    }

    private static String feature(Line line) {
        String rest = line.path().substring(ROOT.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}

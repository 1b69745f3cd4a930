package org.troth.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whoever hears a page hears of each of several equal buttons what it is about. */
class NamingRepeatedButtonsTest {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9:]*)((?:\\s+[^\\s=>/]+(?:=\"[^\"]*\")?)*)\\s*(/?)>");
    private static final Set<String> VOID = Set.of("input", "br", "img", "hr", "meta", "link");
    private static final Pattern PRESSED = Pattern.compile("(press|sided)\\(.*");

    @Test
    void saysOfEachWhatItIsAbout() throws IOException {
        List<String> unnamed = new ArrayList<>();
        for (Resource page :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/**/*.html")) {
            String path = page.getURL().toString().replaceAll(".*/templates/", "");
            unnamed.addAll(unnamed(path, page.getContentAsString(StandardCharsets.UTF_8)));
        }
        assertThat(unnamed).isEmpty();
    }

    @Test
    void findsTheOneThatSaysNothing() {
        assertThat(unnamed("x", """
                <ul><li th:each="a : ${b}"><br><button class="button" th:text="${label}">Save</button></li></ul>
                <button class="button">Save</button>""")).hasSize(1);
    }

    private static List<String> unnamed(String path, String whole) {
        String page = whole.replaceAll("(?s)<!--.*?-->", "");
        List<String> unnamed = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Deque<Boolean> repeated = new ArrayDeque<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            String name = tag.group(2);
            String attributes = tag.group(3);
            if (!tag.group(1).isEmpty()) {
                while (!open.isEmpty() && !open.peek().equals(name)) {
                    open.pop();
                    repeated.pop();
                }
                if (!open.isEmpty()) {
                    open.pop();
                    repeated.pop();
                }
                continue;
            }
            boolean within = !repeated.isEmpty() && repeated.peek();
            int end = page.indexOf("</" + name + ">", tag.end());
            boolean hidden = end > 0 && page.substring(tag.end(), end).contains("hidden-text");
            if (within && isButton(name, attributes) && !hidden && !saysWhat(attributes)) {
                unnamed.add(path + ": " + attributes.strip());
            }
            if (!VOID.contains(name) && tag.group(4).isEmpty()) {
                open.push(name);
                repeated.push(within || (attributes.contains("th:each=") && !isButton(name, attributes)));
            }
        }
        return unnamed;
    }

    private static boolean isButton(String name, String attributes) {
        return name.equals("button")
                || (name.equals("a") && attributes.contains("class=\"button"))
                || (attributes.contains("th:replace=")
                        && PRESSED.matcher(attributes).find());
    }

    /** By something beside it, or by words that are of each its own. */
    private static boolean saysWhat(String attributes) {
        return attributes.contains("about=")
                || attributes.contains("aria-label=")
                || attributes.contains("th:aria-label")
                || attributes.contains("whole=")
                || attributes.contains("th:text=\"${other.")
                || attributes.contains("th:text=\"${each.")
                || attributes.contains("aria-describedby")
                || attributes.contains("aria-labelledby");
    }
}

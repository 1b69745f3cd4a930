package org.troth.app.tongues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.web.Catalogue;

/**
 * Whatever is said to people at a page stands in message files. What is not there yet is counted in {@link #NOT_YET}, the one place; a
 * number there may only fall, and whoever lets it fall writes the new one.
 */
class FindingStrayTextTest {

    /** Stray texts of a module: in its templates, and in its Java. */
    private record Strays(int templates, int java) {}

    private static final Map<String, Strays> NOT_YET = Map.of();

    /** Said to programs, and so in English: the description of the API, and a referral in the words of FHIR. */
    private static final List<String> TO_PROGRAMS =
            List.of("org/troth/app/web/OpenApiText.java", "org/troth/query/referral/ReferralTask.java");

    /** A module and the part of its Java that speaks to people at pages; the rest of it speaks to operators. */
    private static final Map<String, String> SPEAKING = Map.of(
            "infra/web", "org/troth/web/",
            "infra/app", "org/troth/app/web/",
            "command-side", "org/troth/command/",
            "query-side", "org/troth/query/");

    static Stream<String> modules() {
        return SPEAKING.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void leavesNoneBehindThatIsNotCounted(String module) {
        Strays allowed = NOT_YET.getOrDefault(module, new Strays(0, 0));
        List<String> templates = all(Sources.templates(module), (path, text) -> TemplateText.strays(text));
        List<String> java = all(
                Sources.java(module),
                (path, text) -> path.startsWith(SPEAKING.get(module)) && !TO_PROGRAMS.contains(path)
                        ? JavaText.strays(text)
                        : List.of());
        Strays found = new Strays(templates.size(), java.size());
        assertThat(found)
                .as(
                        "%s of %s, where NOT_YET says %s; a lower number is written there, a higher one goes into"
                                + " message files:%n%s%n%s",
                        found, module, allowed, String.join("\n", templates), String.join("\n", java))
                .isEqualTo(allowed);
    }

    @Test
    void asksOnlyForWordsThatAreThereAndLeavesNoneUnasked() {
        Map<String, String> english = english();
        List<String> asked = modules()
                .flatMap(module -> Stream.concat(
                        Sources.templates(module).values().stream(), Sources.java(module).values().stream()))
                .flatMap(text -> Asked.in(text).stream())
                .distinct()
                .toList();
        assertThat(asked)
                .filteredOn(key -> key.endsWith(".")
                        ? english.keySet().stream().noneMatch(each -> each.startsWith(key))
                        : !english.containsKey(key))
                .as("asked for and not there")
                .isEmpty();
        assertThat(english.keySet())
                .filteredOn(key ->
                        asked.stream().noneMatch(each -> each.endsWith(".") ? key.startsWith(each) : key.equals(each)))
                .as("there and not asked for")
                .isEmpty();
    }

    @Test
    void givesWordsAsManyArgumentsAsTheyHave() {
        Map<String, String> english = english();
        List<String> wrong = new ArrayList<>();
        modules()
                .forEach(module -> Sources.templates(module)
                        .forEach((path, text) -> Asked.withArguments(text).forEach((key, given) -> {
                            int taken = Asked.arguments(english.getOrDefault(key, ""));
                            if (english.containsKey(key) && taken != given) {
                                wrong.add("%s: %s takes %d and is given %d".formatted(path, key, taken, given));
                            }
                        })));
        assertThat(wrong).isEmpty();
    }

    /** Where a feature is whole in another language, its pages are said in it: not one word of theirs may be left out. */
    @Test
    void findsPagesWholeThatAreSaidInAnotherLanguage() {
        Catalogue catalogue = Catalogue.read();
        Map<String, String> folders = folders();
        List<String> features = english().keySet().stream()
                .map(FindingStrayTextTest::feature)
                .distinct()
                .filter(each -> catalogue.languages(each).contains("ar"))
                .toList();
        assertThat(features).contains("web.frame", "app.web");
        for (String feature : features) {
            String module = module(feature);
            Map<String, String> pages = Sources.templates(module);
            String folder = folders.getOrDefault(feature, feature.replaceFirst(".*\\.", "")) + "/";
            pages.keySet().removeIf(path -> !path.startsWith(folder));
            Map<String, String> java = Sources.java(module);
            String place = "org/troth/" + feature.replace('.', '/') + "/";
            java.keySet().removeIf(path -> !path.startsWith(place) || TO_PROGRAMS.contains(path));
            assertThat(all(pages, (path, text) -> TemplateText.strays(text)))
                    .as("pages of %s", feature)
                    .isEmpty();
            assertThat(all(java, (path, text) -> JavaText.strays(text)))
                    .as("Java of %s", feature)
                    .isEmpty();
            assertThat(Stream.concat(pages.values().stream(), java.values().stream())
                            .flatMap(text -> Asked.in(text).stream())
                            .filter(key -> !key.endsWith(".")))
                    .as("words of pages of %s in Arabic", feature)
                    .allMatch(key -> catalogue.languages(feature(key)).contains("ar"));
        }
    }

    @Test
    void hasWordsForEveryRoleAndPurpose() {
        assertThat(english())
                .containsKeys(Arrays.stream(Role.values())
                        .map(role -> "web.role." + role.name())
                        .toArray(String[]::new))
                .containsKeys(Arrays.stream(PurposeOfUse.values())
                        .map(purpose -> "app.web.purpose." + purpose.name())
                        .toArray(String[]::new));
    }

    @Test
    void knowsStrayTextWhenItSeesIt() {
        assertThat(TemplateText.strays("""
            <!DOCTYPE html><!-- Not this. --><!--/* Nor <b>this</b>. */-->
            <html th:replace="~{shell/layout :: page('Own words', ~{::main})}"><main>
            <p>Stray</p><p th:text="#{web.a.b}">Not stray</p><p>12 · → <code>GET it</code></p>
            <input placeholder="Name"><td data-label="What" data-copy="token"></td>
            <a th:text="${open} ? 'yes' : #{web.a.c}" th:href="@{/a(b='C d')}" aria-label="To it"></a><p>[[#{web.a.d}]] and</p>
            <p th:text="|Since ${day}|" th:classappend="${state == 'OPEN'} ? 'warn'"></p>
            <p th:text="${a == 'due'} ? #{web.a.b('x')} : ${#shell.word('web.a.c')}"></p><br>&nbsp;
            <button th:attr="aria-label=${x},data-a=${y}" type="submit" class="button quiet"></button>
            </main></html>\
            """))
                .containsExactly("Own words", "Stray", "Name", "What", "yes", "C d", "To it", "and", "Since");
        assertThat(JavaText.strays("""
            // "Not this one."
            /** Nor "This one." */
            class A {
                String a = "This was withdrawn.";
                String b = said("web.a.b");
                void c() { throw new IllegalStateException("Nobody at a page sees this."); }
                void d() { LOG.warn("For operators, {} times.", 3); show("Worklist", "OPEN", "select a from b where c = 'D'."); }
            }\
            """)).containsExactly("This was withdrawn.", "Worklist");
    }

    private static List<String> all(Map<String, String> texts, BiFunction<String, String, List<String>> strays) {
        List<String> all = new ArrayList<>();
        texts.forEach((path, text) -> strays.apply(path, text).forEach(stray -> all.add(path + ": " + stray)));
        return all;
    }

    /** Whose templates stand in a folder of another name. */
    private static Map<String, String> folders() {
        Map<String, String> folders = Sources.messages("infra/web").keySet().stream()
                .filter(path -> !path.contains("_"))
                .map(path -> path.replace('/', '.').replace(".properties", ""))
                .collect(Collectors.toMap(Function.identity(), path -> "shell"));
        folders.put("app.web", "api");
        return folders;
    }

    private static String feature(String key) {
        Matcher feature = Pattern.compile("^[a-z]+\\.[a-z-]+").matcher(key);
        assertThat(feature.find()).as(key).isTrue();
        return feature.group();
    }

    private static String module(String feature) {
        return Map.of("web", "infra/web", "app", "infra/app", "command", "command-side", "query", "query-side")
                .get(feature.replaceFirst("\\..*", ""));
    }

    /** All English words by key; of words beside a number those of the form for most. */
    private static Map<String, String> english() {
        Map<String, String> all = new TreeMap<>();
        modules()
                .flatMap(module -> Sources.messages(module).entrySet().stream())
                .filter(file -> !file.getKey().contains("_"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line -> {
                    String key = line.substring(0, line.indexOf('='));
                    if (!key.contains("#") || key.endsWith("#other")) {
                        all.put(key.replaceFirst("#.*", ""), line.substring(line.indexOf('=') + 1));
                    }
                });
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }
}

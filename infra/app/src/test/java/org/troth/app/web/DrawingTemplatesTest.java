package org.troth.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Templates say nothing that the template engine passes over in silence, and nothing that the page's policy refuses. */
class DrawingTemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>");
    private static final Pattern REPLACED = Pattern.compile("\\sth:(?:replace|insert)=");
    private static final Pattern PASSED_OVER =
            Pattern.compile("\\sth:(?:if|unless|each|with|switch|case|classappend|attr)=");
    private static final Pattern REFUSED_BY_POLICY =
            Pattern.compile("\\s(?:style|on[a-z]+)=|<style|<script(?![^>]*th:src=)");

    @Test
    void putNoConditionBesideWhatReplacesTheirTag() throws IOException {
        assertThat(findings(tag ->
                        REPLACED.matcher(tag).find() && PASSED_OVER.matcher(tag).find()))
                .isEmpty();
    }

    @Test
    void holdNeitherScriptNorStyleOfTheirOwn() throws IOException {
        assertThat(findings(tag -> REFUSED_BY_POLICY.matcher(tag).find())).isEmpty();
    }

    private static List<String> findings(Predicate<String> wrong) throws IOException {
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
        assertThat(templates).hasSizeGreaterThan(40);
        List<String> findings = new ArrayList<>();
        for (Resource template : templates) {
            Matcher tag = TAG.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (tag.find()) {
                if (wrong.test(tag.group())) {
                    findings.add(template.getFilename() + ": " + tag.group());
                }
            }
        }
        return findings;
    }
}

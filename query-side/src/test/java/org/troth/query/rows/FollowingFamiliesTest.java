package org.troth.query.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.troth.events.Fact;
import org.troth.events.Families;

/** A projection handles every fact of the families it follows. */
class FollowingFamiliesTest {

    static Stream<Class<?>> projections() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(KeepsRows.class));
        return scanner.findCandidateComponents("org.troth.query").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(FollowingFamiliesTest::named);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("projections")
    void leavesNoFactOfAFamilyOut(Class<?> projection) {
        Set<Class<?>> handled = handled(projection);
        assertThat(handled).isNotEmpty();
        Set<Class<?>> followed = Families.ALL.stream()
                .filter(family -> handled.stream().anyMatch(family::isAssignableFrom))
                .flatMap(Families::factsOf)
                .collect(Collectors.toSet());
        assertThat(handled).containsExactlyInAnyOrderElementsOf(followed);
    }

    @Test
    void tellsEveryFactThereIsInTheChronicle() {
        Set<Class<?>> told = new HashSet<>();
        projections()
                .filter(each -> each.getSimpleName().endsWith("ChronicleProjection"))
                .forEach(each -> told.addAll(handled(each)));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Families.facts().map(each -> (Class<?>) each).toList());
    }

    private static Set<Class<?>> handled(Class<?> projection) {
        Set<Class<?>> facts = new HashSet<>();
        for (Method method : projection.getDeclaredMethods()) {
            if (method.isAnnotationPresent(EventHandler.class)) {
                assertThat(Fact.class.isAssignableFrom(method.getParameterTypes()[0]))
                        .isTrue();
                facts.add(method.getParameterTypes()[0]);
            }
        }
        return facts;
    }
}

package org.troth.app.wiring;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Finds the beans of one side that listen to facts. */
final class Listeners {

    private Listeners() {}

    /** In the order in which they were defined. */
    static List<Object> under(String packagePrefix, ConfigurableListableBeanFactory beans) {
        List<Object> found = new ArrayList<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && type.getName().startsWith(packagePrefix) && listens(type)) {
                found.add(beans.getBean(name));
            }
        }
        return found;
    }

    private static boolean listens(Class<?> type) {
        boolean[] found = {false};
        ReflectionUtils.doWithMethods(
                ClassUtils.getUserClass(type),
                method -> found[0] = true,
                method -> method.isAnnotationPresent(EventHandler.class));
        return found[0];
    }
}
